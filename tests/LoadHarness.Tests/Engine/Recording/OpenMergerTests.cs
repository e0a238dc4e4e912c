using LoadHarness.Engine;
using LoadHarness.Engine.Recording;

namespace LoadHarness.Tests.Engine.Recording;

public sealed class OpenMergerTests
{
    private const long Late_ns = OpenWindow.LateAfter_ns + 1;

    [Fact]
    public void What_the_threads_counted_adds_up()
    {
        var (first, second) = (Part(0), Part(1));
        first.OpenLoop!.CountSent(100, 100);
        first.OpenLoop.CountSent(Late_ns, 50);
        second.OpenLoop!.CountSent(Late_ns, Late_ns);
        second.OpenLoop.CountSent(OpenWindow.LateAfter_ns, 70);
        first.OpenLoop.CountCorrect(1, 500);
        second.OpenLoop.CountCorrect(1, 700);
        (first.OpenLoop.Arrivals, first.OpenLoop.Waiting, first.OpenLoop.Dropped) = (5, 3, 1);
        (second.OpenLoop.Arrivals, second.OpenLoop.Waiting, second.OpenLoop.Dropped) = (6, 4, 2);

        var open = new WindowMerger(operationTypes: 2, clients: 2).Merge([first, second]).Open.ShouldNotBeNull();

        (open.Arrivals, open.Waiting, open.Dropped).ShouldBe((11, 7, 3));
        (open.Sent, open.Late, open.Queued).ShouldBe((4, 2, 2));
        open.SendLag.Sum_ns.ShouldBe(100 + (2 * Late_ns) + OpenWindow.LateAfter_ns);
        open.OwnLag.Sum_ns.ShouldBe(100 + 50 + Late_ns + 70);
        open.LatencyFromDue.Select(latency => latency.Sum_ns).ShouldBe([0, 1200]);
    }

    [Fact]
    public void A_closed_loop_has_none() =>
        new WindowMerger(1, 1).Merge([new WindowRecorder(0, 1, 1, 1000)]).Open.ShouldBeNull();

    [Fact]
    public void A_recorder_given_back_is_clean()
    {
        var pool = new RecorderPool(() => Part(0));
        var recorder = pool.Take();
        recorder.OpenLoop!.CountSent(Late_ns, 3);
        recorder.OpenLoop.CountCorrect(0, 7);
        (recorder.OpenLoop.Arrivals, recorder.OpenLoop.Waiting, recorder.OpenLoop.Dropped) = (1, 1, 1);
        pool.Return(recorder);

        pool.Take().ShouldBeSameAs(recorder);
        var open = OpenMerger.Merge([recorder], 2).ShouldNotBeNull();
        (open.Arrivals, open.Waiting, open.Dropped, open.Sent, open.Late, open.Queued).ShouldBe((0, 0, 0, 0, 0, 0));
        (open.OwnLag.Count, open.LatencyFromDue[0].Count).ShouldBe((0, 0));
    }

    private static WindowRecorder Part(int thread) => new(thread, 2, 1, 1000, isOpen: true);
}
