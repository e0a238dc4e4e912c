using LoadHarness.Clients.TestPerf;
using LoadHarness.Contracts.Loading;
using LoadHarness.Experiments.ClientProcesses;

namespace LoadHarness.Tests.Experiments.ClientProcesses;

public sealed class SliceMergerTests
{
    private const long Slice_ns = 100;

    private readonly SliceMerger _merger = new(
        clients: 2, operationTypes: 4, type: 1, slice_ns: Slice_ns, cpus: 1);

    [Fact]
    public void Only_the_time_in_which_all_were_in_the_stage_is_summed()
    {
        for (var index = 10; index <= 13; index++) _merger.Add(0, Slice(index, correct: 1, isWhole: index > 10));
        for (var index = 11; index <= 14; index++)
            _merger.Add(1, Slice(index, correct: 10, isWhole: index is 12 or 13));
        Merge().ShouldBe([(0, 1200, 1300, 11), (1, 1300, 1400, 11)]);
        _merger.ClientsByWindow.ShouldAllBe(totals => totals[0].Correct == 1 && totals[1].Correct == 10);
    }

    [Fact]
    public void A_window_waits_for_all_clients()
    {
        _merger.Add(0, Slice(10, correct: 1));
        Merge().ShouldBeEmpty();
        _merger.Add(1, Slice(10, correct: 2));
        Merge().ShouldBe([(0, 1000, 1100, 3)]);
    }

    [Fact]
    public void Clients_that_were_never_there_together_have_no_window()
    {
        _merger.Add(0, Slice(10, correct: 1));
        _merger.Add(1, Slice(11, correct: 1));
        Merge().ShouldBeEmpty();
    }

    [Fact]
    public void Everything_of_a_slice_is_in_its_window()
    {
        var slice = Slice(10, correct: 2);
        slice.Ended[(int)Outcome.Timeout] = 3;
        slice.Latency.Record(7);
        (slice.Outstanding_ns, slice.Cpu_ns, slice.Sent_bytes, slice.Received_bytes) = (4, 5, 6, 8);
        _merger.Add(0, slice);
        _merger.Add(1, slice);
        _merger.TryMerge(out var window).ShouldBeTrue();
        (window!.CorrectCount, window.ErrorCount).ShouldBe((4, 6));
        window.Ended[1][(int)Outcome.Timeout].ShouldBe(6);
        (window.Latency[1].Count, window.LatencySum_ns).ShouldBe((2, 14));
        (window.Outstanding_ns, window.ThreadCpu_ns[0], window.BytesSent, window.BytesReceived)
            .ShouldBe((8, 10, 12, 16));
        _merger.ClientsByWindow[0][1].Errors.ShouldBe(3);
    }

    [Fact]
    public void Want_of_keys_is_a_moment_after_the_last_window()
    {
        _merger.Add(0, Slice(10, correct: 1));
        _merger.Add(1, Slice(10, correct: 2));
        Merge();
        var moment = _merger.AddUsedUp(now_ns: 1234);
        (moment.Index, moment.Start_ns, moment.End_ns, moment.Exhausted, moment.CorrectCount)
            .ShouldBe((1, 1100, 1101, true, 0));
        _merger.ClientsByWindow.Count.ShouldBe(_merger.Windows.Count);
    }

    private static Slice Slice(long index, long correct, bool isWhole = true)
    {
        var slice = new Slice { Index = index, IsWhole = isWhole };
        slice.Ended[(int)Outcome.Correct] = correct;
        return slice;
    }

    private List<(int Index, long Start_ns, long End_ns, long Correct)> Merge()
    {
        while (_merger.TryMerge(out _))
        {
            // Until a client is missing.
        }

        return _merger.Windows.ConvertAll(w => (w.Index, w.Start_ns, w.End_ns, w.CorrectCount));
    }
}
