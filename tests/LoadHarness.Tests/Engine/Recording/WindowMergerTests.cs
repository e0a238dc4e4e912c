using LoadHarness.Contracts.Loading;
using LoadHarness.Engine.Recording;

namespace LoadHarness.Tests.Engine.Recording;

public sealed class WindowMergerTests
{
    [Fact]
    public void Counts_add_up_bounds_are_means_and_clients_go_back_to_their_numbers()
    {
        WindowRecorder first = new(0, 2, 2, 1000), second = new(1, 2, 1, 1000);
        first.Open(3, 1000);
        second.Open(3, 1010);
        (first.End_ns, second.End_ns) = (2000, 2020);
        first.CountCorrect(0, 0, 100);
        first.CountCorrect(1, 1, 300);
        second.CountCorrect(1, 0, 500);
        second.CountError(0, 0, Outcome.Timeout);
        (first.LongestTurn_ns, second.LongestTurn_ns) = (5, 9);
        (first.ThreadCpu_ns, second.ThreadCpu_ns) = (70, 80);

        var merger = new WindowMerger(operationTypes: 2, clients: 3);
        var window = merger.Merge([first, second]);
        window.Index.ShouldBe(3);
        (window.Start_ns, window.End_ns).ShouldBe((1005, 2010));
        window.Ended[0].ShouldBe([1, 0, 0, 0, 0, 1]);
        window.Ended[1].ShouldBe([2, 0, 0, 0, 0, 0]);
        window.Latency[1].Sum_ns.ShouldBe(800);
        window.LatencySum_ns.ShouldBe(900);
        window.LongestTurn_ns.ShouldBe(9);
        window.ThreadCpu_ns.ShouldBe([70, 80]);
        window.Exhausted.ShouldBeFalse();
        merger.MergeClients([first, second]).Select(c => (c.Correct, c.Errors, c.LatencyMax_ns))
            .ShouldBe([(1, 0, 100), (1, 1, 500), (1, 0, 300)]);
    }

    [Fact]
    public void A_recorder_given_back_is_clean()
    {
        var pool = new RecorderPool(() => new WindowRecorder(0, 1, 1, 1000));
        var recorder = pool.Take();
        recorder.CountCorrect(0, 0, 100);
        recorder.CountError(0, 0, Outcome.Reset);
        recorder.IsExhausted = true;
        recorder.BytesReceived = 7;
        pool.Return(recorder);
        var again = pool.Take();
        again.ShouldBeSameAs(recorder);
        (again.Ended(0, 0), again.Ended(0, 4), again.Latency(0).Count, again.LatencySum_ns, again.BytesReceived)
            .ShouldBe((0, 0, 0, 0, 0));
        again.IsExhausted.ShouldBeFalse();
        again.Clients[0].Correct.ShouldBe(0);
    }
}
