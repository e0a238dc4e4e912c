using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Measuring;
using LoadHarness.Engine;

namespace LoadHarness.Tests.Experiments.Fakes;

/// <summary>
/// An engine whose server is a formula: throughput as a function of clients, with a small regular ripple over windows.
/// </summary>
internal sealed class FakeEngine : ILoadEngine
{
    private const int MostWindows = 2000;
    private long _now_ns = 1_000_000_000;

    /// <summary>Operations per second with so many clients.</summary>
    public Func<string, int, double> Throughput_per_s { get; init; } = (_, clients) => Math.Min(clients * 1000, 6000);

    /// <summary>What becomes of that throughput under a plan: 1 where nothing does.</summary>
    public Func<LoadPlan, double> Factor { get; init; } = _ => 1;

    /// <summary>Time by which a window ends too late, ns, by plan and number of the window, from 0.</summary>
    public Func<LoadPlan, int, long> Late_ns { get; init; } = (_, _) => 0;

    /// <summary>CPU share of the generator's thread.</summary>
    public double GeneratorShare { get; init; } = 0.1;

    /// <summary>Called before every run.</summary>
    public Action<string, LoadPlan> OnRun { get; init; } = (_, _) => { };

    /// <summary>Called after every window with its number, from 1.</summary>
    public Action<LoadPlan, int> OnWindow { get; init; } = (_, _) => { };

    /// <summary>Clients that load the server now.</summary>
    public int Connected { get; private set; }

    /// <summary>Windows after which the stage is used up; 0 = never.</summary>
    public int ExhaustedAfter { get; init; }

    /// <summary>Stage and plan of every run.</summary>
    public List<(string Stage, LoadPlan Plan)> Runs { get; } = [];

    public RunSnapshot Run(
        LoadPlan plan,
        IReadOnlyList<IClientPopulation> populations,
        ILoadObserver observer,
        CancellationToken cancellation)
    {
        var stage = ((FakeWorkload.Population)populations[0]).Stage;
        Runs.Add((stage, plan));
        OnRun(stage, plan);
        if (plan.Purpose == Purpose.Prepare) return Snapshot([], plan, RunEnd.Complete);
        Connected = plan.Clients;
        observer.Started(_now_ns);
        var run = Measure(stage, plan, observer, cancellation);
        observer.Ending();
        Connected = 0;
        return run;
    }

    private RunSnapshot Measure(string stage, LoadPlan plan, ILoadObserver observer, CancellationToken cancellation)
    {
        var windows = new List<WindowSnapshot>();
        while (windows.Count < MostWindows)
        {
            if (cancellation.IsCancellationRequested) return Snapshot(windows, plan, RunEnd.Cancelled);
            var isLast = windows.Count + 1 == ExhaustedAfter;
            var capacity_per_s = Throughput_per_s(stage, plan.Clients) * Factor(plan);
            var done_per_s = Math.Min(plan.Open?.Rate_per_s ?? double.MaxValue, capacity_per_s);
            windows.Add(Window(plan, windows.Count, done_per_s, isLast));
            var goOn = observer.WindowClosed(windows[^1]);
            OnWindow(plan, windows.Count);
            if (isLast) return Snapshot(windows, plan, RunEnd.Exhausted);
            if (!goOn) return Snapshot(windows, plan, RunEnd.Complete);
        }

        throw new InvalidOperationException("nobody ended the level");
    }

    private WindowSnapshot Window(LoadPlan plan, int index, double throughput_per_s, bool isExhausted)
    {
        var start_ns = _now_ns;
        _now_ns += plan.Window_ns + Late_ns(plan, index);
        // A ripple without trend and without correlation from window to window.
        var ripple = 1 + 0.01 * ((index * 7 % 5) - 2) / 2;
        var operations = (int)Math.Round(throughput_per_s * ripple * plan.Window_ns / 1e9);
        var latency_ns = operations == 0 ? 0 : plan.Clients * plan.Window_ns / operations;
        var latency = new LatencyHistogram();
        for (var i = 0; i < operations; i++) latency.Record(latency_ns);
        long[][] ended = [.. Enumerable.Range(0, plan.OperationTypeCount).Select(_ => new long[6])];
        ended[0][0] = operations;
        return new WindowSnapshot
        {
            Index = index,
            Start_ns = start_ns,
            End_ns = _now_ns,
            Ended = ended,
            Latency =
            [
                .. Enumerable.Range(0, plan.OperationTypeCount)
                    .Select(type => type == 0 ? latency : new LatencyHistogram()),
            ],
            LatencySum_ns = latency.Sum_ns,
            Outstanding_ns = plan.Clients * plan.Window_ns,
            ThreadCpu_ns = [(long)(GeneratorShare * plan.Window_ns)],
            Exhausted = isExhausted,
            Open = plan.Open is { } open ? OpenOf(plan, open, throughput_per_s, latency) : null,
        };
    }

    /// <summary>Everything is sent at once, as far as the server does it.</summary>
    private static OpenWindow OpenOf(LoadPlan plan, OpenLoad open, double done_per_s, LatencyHistogram latency)
    {
        var arrivals = (long)Math.Round(open.Rate_per_s * plan.Window_ns / 1e9);
        var sent = (long)Math.Round(done_per_s * plan.Window_ns / 1e9);
        var lag = new LatencyHistogram();
        for (var i = 0; i < sent; i++) lag.Record(1000);
        return new OpenWindow
        {
            Arrivals = arrivals,
            Sent = sent,
            Late = 0,
            Queued = 0,
            Dropped = 0,
            Waiting = arrivals - sent,
            SendLag = lag,
            OwnLag = lag,
            LatencyFromDue =
            [
                .. Enumerable.Range(0, plan.OperationTypeCount)
                    .Select(type => type == 0 ? latency : new LatencyHistogram()),
            ],
        };
    }

    private static RunSnapshot Snapshot(List<WindowSnapshot> windows, LoadPlan plan, RunEnd end) => new()
    {
        Windows = windows,
        ClientsByWindow = [.. windows.Select(window => Shared(window, plan.Clients))],
        ConnectedClients = plan.Clients,
        Loop = "fake",
        End = end,
        PreparedByOutcome = new long[6],
        CorrectCount = windows.Sum(window => window.CorrectCount),
    };

    private static ClientTotals[] Shared(WindowSnapshot window, int clients) =>
    [
        .. Enumerable.Range(0, clients).Select(client => new ClientTotals
        {
            Correct = (window.CorrectCount / clients) + (client < window.CorrectCount % clients ? 1 : 0),
        }),
    ];
}
