using LoadHarness.Clients.TestPerf;
using LoadHarness.Contracts.Loading;

namespace LoadHarness.Tests.Clients.TestPerf;

public sealed class SliceRecorderTests
{
    private const long Slice_ns = 100;

    private readonly List<(long Index, bool IsWhole, long Correct, long Errors, long Outstanding_ns)> _closed = [];
    private readonly SliceRecorder _recorder;

    public SliceRecorderTests() => _recorder = new SliceRecorder(Slice_ns, slice => _closed.Add((
        slice.Index, slice.IsWhole, slice.Correct, slice.Ended.Sum() - slice.Correct, slice.Outstanding_ns)));

    [Fact]
    public void Operations_belong_to_the_slice_they_end_in_and_their_time_to_all_they_cross()
    {
        _recorder.Start(1050);
        _recorder.Record(1050, 1080, Outcome.Correct);
        _recorder.Record(1090, 1310, Outcome.Correct);
        _recorder.Record(1310, 1320, Outcome.Timeout);
        _recorder.End(1350);
        _closed.ShouldBe(
        [
            (10, false, 1, 0, 40),
            (11, true, 0, 0, 100),
            (12, true, 0, 0, 100),
            (13, false, 1, 1, 20),
        ]);
    }

    [Fact]
    public void A_slice_that_the_client_was_in_from_begin_to_end_is_whole()
    {
        _recorder.Start(1000);
        _recorder.Record(1000, 1001, Outcome.Correct);
        _recorder.End(1200);
        _closed.Select(slice => (slice.Index, slice.IsWhole)).ShouldBe([(10, true), (11, true), (12, false)]);
    }

    [Fact]
    public void A_pause_between_operations_is_not_outstanding()
    {
        _recorder.Start(1000);
        _recorder.Record(1000, 1010, Outcome.Refused);
        _recorder.Record(1230, 1240, Outcome.Correct);
        _recorder.End(1250);
        _closed.Select(slice => slice.Outstanding_ns).ShouldBe([10, 0, 10]);
    }

    [Fact]
    public void Latency_is_that_of_correct_operations()
    {
        var result = new StageResult("lookup");
        var recorder = new SliceRecorder(Slice_ns, result.Add);
        recorder.Start(1000);
        recorder.Record(1000, 1030, Outcome.Correct);
        recorder.Record(1030, 1090, Outcome.WrongAnswer);
        recorder.Record(1090, 1140, Outcome.Correct);
        recorder.End(1150);
        result.AddPart(new StagePart(1000, 1150, IsUsedUp: false));
        (result.Latency.Count, result.Latency.Sum_ns, result.Latency.Max_ns).ShouldBe((2, 80, 50));
        result.WholeSlices.ShouldBe([(10, 1)]);
        result.Throughput_per_s.ShouldBe(2e9 / 150);
    }
}
