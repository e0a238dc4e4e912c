using LoadHarness.Servers.Shared;
using LoadHarness.Tests.Servers.Fakes;

namespace LoadHarness.Tests.Servers.Shared;

public sealed class ContinuationsTests
{
    private readonly ManualTime _time = new();
    private readonly Continuations<int> _waiting;

    public ContinuationsTests() => _waiting = new Continuations<int>(_time);

    [Fact]
    public void A_round_of_nobody_is_over_at_once()
    {
        _waiting.IsEmpty.ShouldBeTrue();
        Round(_ => { }).ShouldBeEmpty();
    }

    [Fact]
    public void In_a_round_each_has_one_turn_the_longest_waiting_first()
    {
        for (var i = 1; i <= 3; i++) _waiting.Add(i);
        Round(_waiting.Add).ShouldBe([1, 2, 3]);
        _waiting.Add(4);
        Round(_ => { }).ShouldBe([1, 2, 3, 4]);
        _waiting.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_round_ends_when_its_time_is_up_and_the_next_goes_on_where_it_ended()
    {
        for (var i = 1; i <= 5; i++) _waiting.Add(i);
        Round(_ => _time.Advance(Continuations<int>.Round / 2)).ShouldBe([1, 2]);
        Round(_ => _time.Advance(Continuations<int>.Round * 10)).ShouldBe([3]);
        Round(_ => { }).ShouldBe([4, 5]);
    }

    private List<int> Round(Action<int> turn)
    {
        var taken = new List<int>();
        _waiting.BeginRound();
        // What passes before the first turn is not theirs.
        _time.Advance(Continuations<int>.Round * 2);
        while (_waiting.TryTake(out var next))
        {
            taken.Add(next);
            turn(next);
        }

        return taken;
    }
}
