using LoadHarness.Servers;
using LoadHarness.Servers.Shared;
using LoadHarness.Tests.Servers.Fakes;

namespace LoadHarness.Tests.Servers.Shared;

public sealed class ConnectionWatchTests
{
    private const long Second = TimeSpan.TicksPerSecond;

    private readonly ConnectionWatch _watch = new(new ServerTiming(new ServerOptions
    {
        Time = new ManualTime(),
        IdleTimeout = TimeSpan.FromSeconds(600),
        RequestTimeout = TimeSpan.FromSeconds(60),
        AnswerTimeout = TimeSpan.FromSeconds(30),
        LingerTime = TimeSpan.FromSeconds(1),
    }));

    [Fact]
    public void Without_a_move_it_is_idle_from_the_first_look_on()
    {
        LookAt(5).ShouldBe(Overdue.Nothing);
        LookAt(605).ShouldBe(Overdue.Nothing);
        LookAt(606).ShouldBe(Overdue.Idle);
        _watch.Moved();
        LookAt(607).ShouldBe(Overdue.Nothing);
    }

    [Fact]
    public void A_request_is_late_however_much_moves_within_it()
    {
        _watch.Awaits(isInRequest: true, isAnother: true);
        for (var at = 0; at <= 60; at += 10)
        {
            LookAt(at).ShouldBe(Overdue.Nothing);
            _watch.Moved();
            _watch.Awaits(isInRequest: true, isAnother: false);
        }

        LookAt(61).ShouldBe(Overdue.Request);
    }

    [Fact]
    public void Every_request_has_a_time_of_its_own()
    {
        _watch.Awaits(isInRequest: true, isAnother: true);
        LookAt(0);
        _watch.Awaits(isInRequest: true, isAnother: true);
        LookAt(50);
        LookAt(110).ShouldBe(Overdue.Nothing);
        _watch.Awaits(isInRequest: false, isAnother: false);
        LookAt(300).ShouldBe(Overdue.Nothing);
    }

    [Fact]
    public void An_answer_may_take_long_as_long_as_it_is_taken_part_by_part()
    {
        _watch.Sent(0, 1_000_000);
        for (var at = 0; at < 300; at += 30)
        {
            LookAt(at).ShouldBe(Overdue.Nothing);
            _watch.Sent(ConnectionWatch.AnswerPart_bytes, 1_000_000);
        }

        LookAt(300).ShouldBe(Overdue.Nothing);
        _watch.Sent(ConnectionWatch.AnswerPart_bytes - 1, 1_000_000);
        LookAt(331).ShouldBe(Overdue.Answer);
    }

    [Fact]
    public void An_answer_that_has_left_is_late_no_more()
    {
        _watch.Sent(0, 100);
        LookAt(0);
        _watch.Sent(100, 0);
        LookAt(100).ShouldBe(Overdue.Nothing);
        _watch.Sent(0, 100);
        LookAt(110).ShouldBe(Overdue.Nothing);
        LookAt(141).ShouldBe(Overdue.Answer);
    }

    [Fact]
    public void Who_has_to_take_an_answer_first_has_no_late_request()
    {
        _watch.Awaits(isInRequest: true, isAnother: true);
        for (var at = 0; at < 300; at += 20)
        {
            _watch.Sent(ConnectionWatch.AnswerPart_bytes, 1);
            LookAt(at).ShouldBe(Overdue.Nothing);
        }

        _watch.Sent(1, 0);
        LookAt(310).ShouldBe(Overdue.Nothing);
        LookAt(371).ShouldBe(Overdue.Request);
    }

    [Fact]
    public void A_connection_that_closes_has_the_linger_time_whatever_moves()
    {
        _watch.Closes();
        LookAt(0).ShouldBe(Overdue.Nothing);
        _watch.Moved();
        LookAt(1).ShouldBe(Overdue.Nothing);
        LookAt(2).ShouldBe(Overdue.Close);
    }

    private Overdue LookAt(long second) => _watch.Look(second * Second);
}
