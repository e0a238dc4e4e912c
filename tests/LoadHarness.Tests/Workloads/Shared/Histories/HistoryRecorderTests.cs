using LoadHarness.Contracts.Histories;
using LoadHarness.Workloads.Shared.Histories;

namespace LoadHarness.Tests.Workloads.Shared.Histories;

public sealed class HistoryRecorderTests
{
    private readonly HistoryRecorder _recorder;
    private long _now_ns;

    public HistoryRecorderTests() => _recorder = new HistoryRecorder(() => ++_now_ns);

    [Fact]
    public void Operations_are_kept_by_key_with_their_moments()
    {
        _recorder.Begin(room: 10);
        var write = _recorder.Call(KeyOperationKind.Write, key: 1, value: 7, client: 3);
        var read = _recorder.Call(KeyOperationKind.Read, key: 1, value: 0, client: 4);
        var lost = _recorder.Call(KeyOperationKind.Remove, key: 0, value: 0, client: 5);
        _recorder.Seen(read, 7);
        _recorder.Written(write);

        var history = _recorder.Take(["a", "b"]);

        lost.ShouldBe(2);
        history.Operations[0].ShouldBe([new KeyOperation(KeyOperationKind.Remove, 0, 3, KeyOperation.Unknown, 5)]);
        history.Operations[1].ShouldBe([
            new KeyOperation(KeyOperationKind.Write, 7, 1, 5, 3),
            new KeyOperation(KeyOperationKind.Read, 7, 2, 4, 4),
        ]);
        (history.Cut_ns, history.Unrecorded).ShouldBe((long.MaxValue, 0));
    }

    [Fact]
    public void Without_room_it_counts_and_says_from_when_on()
    {
        _recorder.Begin(room: 1);
        _recorder.Call(KeyOperationKind.Write, 0, 1, 0);
        for (var i = 0; i < 3; i++)
        {
            var place = _recorder.Call(KeyOperationKind.Write, 0, 2, 0);
            place.ShouldBe(HistoryRecorder.Nowhere);
            _recorder.Written(place);
            _recorder.Seen(place, 5);
        }

        var history = _recorder.Take(["a"]);
        history.Operations[0].Count.ShouldBe(1);
        (history.Cut_ns, history.Unrecorded).ShouldBe((2, 3));
    }

    [Fact]
    public void Before_it_begins_it_records_nothing()
    {
        _recorder.Call(KeyOperationKind.Write, 0, 1, 0).ShouldBe(HistoryRecorder.Nowhere);
        _recorder.Take(["a"]).Operations[0].ShouldBeEmpty();
        _now_ns.ShouldBe(0);
    }

    [Fact]
    public void A_new_beginning_forgets_what_was()
    {
        _recorder.Begin(room: 1);
        _recorder.Call(KeyOperationKind.Write, 0, 1, 0);
        _recorder.Call(KeyOperationKind.Write, 0, 2, 0);
        _recorder.Begin(room: 1);

        var history = _recorder.Take(["a"]);
        history.Operations[0].ShouldBeEmpty();
        (history.Cut_ns, history.Unrecorded).ShouldBe((long.MaxValue, 0));
    }
}
