using LoadHarness.Contracts.Scenarios;
using LoadHarness.Engine;

namespace LoadHarness.Tests.Engine;

/// <summary>A server that holds its answers for some windows, so that all connections are busy.</summary>
public sealed class BusyPolicyTests : LoadEngineTestBase, IDisposable
{
    private const int Connections = 2;
    private const int HeldWindows = 10;

    private readonly ManualResetEventSlim _release = new();

    public void Dispose() => _release.Dispose();

    [Fact]
    public void Arrivals_that_queue_wait_and_are_all_sent_late()
    {
        var run = RunHeld(BusyPolicy.Queue, o => o.Windows[^1].Open!.Waiting == 0);
        var windows = run.Windows.Select(w => w.Open!).ToList();
        var held = windows[HeldWindows - 1];

        windows.Take(HeldWindows).Sum(w => w.Sent).ShouldBe(Connections);
        held.Waiting.ShouldBe(windows.Take(HeldWindows).Sum(w => w.Arrivals) - Connections);
        windows.Sum(w => w.Sent).ShouldBe(windows.Sum(w => w.Arrivals));
        windows.Sum(w => w.Queued).ShouldBeGreaterThanOrEqualTo(held.Waiting);
        windows.Sum(w => w.Late).ShouldBeGreaterThanOrEqualTo(windows[HeldWindows - 2].Waiting, "a window is 20 ms");
        windows.Sum(w => w.Dropped).ShouldBe(0);
        windows.ShouldAllBe(w => w.OwnLag.Sum_ns <= w.SendLag.Sum_ns);
        windows.Max(w => w.SendLag.Max_ns).ShouldBeGreaterThan((HeldWindows - 2) * 20_000_000L);
    }

    [Fact]
    public void Arrivals_that_are_dropped_are_counted_and_never_sent()
    {
        var run = RunHeld(BusyPolicy.Drop, o => o.Correct >= 100);
        var windows = run.Windows.Select(w => w.Open!).ToList();
        var held = windows.Take(HeldWindows).ToList();

        held.Sum(w => w.Sent).ShouldBe(Connections);
        held.Sum(w => w.Dropped).ShouldBe(held.Sum(w => w.Arrivals) - Connections - held[^1].Waiting);
        windows.Sum(w => w.Sent).ShouldBeInRange(100, run.Windows.Sum(w => w.CorrectCount) + Connections);
        windows.Sum(w => w.Queued).ShouldBe(0);
        windows.ShouldAllBe(w => w.OwnLag.Sum_ns == w.SendLag.Sum_ns);
    }

    private RunSnapshot RunHeld(BusyPolicy policy, Func<TestObserver, bool> isEnough)
    {
        var windows = 0;
        using var server = new TestServer { OnLine = _ => _release.Wait(TimeSpan.FromSeconds(30)) };
        var plan = Plan(server.Endpoint, Connections) with
        {
            Open = new OpenLoad { Rate_per_s = 2000, BusyPolicy = policy },
        };
        var observer = new TestObserver(o => _release.IsSet && isEnough(o))
        {
            OnWindow = () =>
            {
                if (++windows == HeldWindows) _release.Set();
            },
        };
        var run = Run(plan, new LinePopulation(), observer);
        run.Windows.Sum(w => w.ErrorCount).ShouldBe(0);
        return run;
    }
}
