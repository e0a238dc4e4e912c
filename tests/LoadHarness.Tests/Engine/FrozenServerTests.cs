using System.Globalization;
using LoadHarness.Contracts.Measuring;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Time;
using LoadHarness.Engine;

namespace LoadHarness.Tests.Engine;

/// <summary>
/// The test that every load generator should pass: the server freezes for most of a run. Latency from the moment an
/// operation was due must show it; latency from the moment of sending shows it once a connection, however long it was,
/// because nothing was sent meanwhile (coordinated omission). The server itself notes when it froze and thawed and when
/// it served each operation, the clients when they began it and had its answer: no length of time is taken for granted.
/// </summary>
public sealed class FrozenServerTests : LoadEngineTestBase, IDisposable
{
    private const int Connections = 8;
    private const int Gap_ns = 500_000;
    private const int FreezesAt = 200;
    private const int FrozenWindows = 30;
    private const int WindowsAfter = 5;
    private const double HistogramError = 1.0 / 1024;

    private readonly NumberedPopulation _clients = new();
    private readonly long[] _served_ns;
    private readonly ManualResetEventSlim _thaw = new();
    private long _frozen_ns;
    private long _thawed_ns;
    private int _windows;

    public FrozenServerTests() => _served_ns = new long[_clients.Begun_ns.Length];

    public void Dispose() => _thaw.Dispose();

    [Theory]
    [InlineData("epoll")]
    [InlineData("io_uring")]
    public void Latency_from_due_shows_the_freeze_and_latency_from_sending_hides_it(string loop)
    {
        var run = RunFrozen(loop);
        var fromDue = Merge(run.Windows.Select(w => w.Open!.LatencyFromDue[0]));
        var fromSend = Merge(run.Windows.Select(w => w.Latency[0]));
        var recorded = Recorded(run);
        var start_ns = run.Windows[0].Start_ns;
        long Due_ns(int number) => start_ns + ((long)number * Gap_ns);

        recorded.Count.ShouldBe((int)fromDue.Count);
        ShouldLieBetween(fromDue, recorded.Select(i => _served_ns[i] - Due_ns(i)),
            recorded.Select(i => _clients.Answered_ns[i] - Due_ns(i)));
        ShouldLieBetween(fromSend, recorded.Select(_ => 0L),
            recorded.Select(i => _clients.Answered_ns[i] - _clients.Begun_ns[i]));

        var frozen = recorded.ConvertAll(i => IsFrozen(Due_ns(i)) ? _thawed_ns - Due_ns(i) : 0);
        Quantile(frozen, 0.75).ShouldBePositive("the server froze for more than a quarter of the run");
        foreach (var quantile in new[] { 0.5, 0.75, 0.99 })
            ((double)fromDue.ValueAtQuantile_ns(quantile)).ShouldBeGreaterThanOrEqualTo(
                Quantile(frozen, quantile) * (1 - HistogramError));
        fromSend.ValueAtQuantile_ns(0.75).ShouldBeLessThan(fromDue.ValueAtQuantile_ns(0.75));
        ShouldBeHitOncePerConnection(fromSend, recorded);
        run.Windows.Sum(w => w.Open!.Late).ShouldBeGreaterThanOrEqualTo(
            recorded.Count(i => IsFrozen(Due_ns(i)) && IsFrozen(Due_ns(i) + OpenWindow.LateAfter_ns)) - Connections);
    }

    private RunSnapshot RunFrozen(string loop)
    {
        using var server = new TestServer { OnLine = Serve };
        var plan = Plan(server.Endpoint, Connections) with
        {
            OperationTypeCount = 1,
            Loop = loop,
            Open = new OpenLoad { Rate_per_s = 1e9 / Gap_ns, Arrivals = Arrivals.Constant },
        };
        var observer = new TestObserver(o =>
            _windows >= FrozenWindows + WindowsAfter && o.Windows[^1].Open!.Waiting == 0)
        { OnWindow = CountFrozen };
        return Run(plan, _clients, observer);
    }

    private void CountFrozen()
    {
        if (Volatile.Read(ref _frozen_ns) > 0 && ++_windows == FrozenWindows) _thaw.Set();
    }

    private void Serve(ReadOnlySpan<byte> line)
    {
        var number = int.Parse(line[..^1], CultureInfo.InvariantCulture);
        if (number == FreezesAt)
        {
            Volatile.Write(ref _frozen_ns, MonotonicClock.Now_ns);
            _thaw.Wait(TimeSpan.FromSeconds(30));
            _thawed_ns = MonotonicClock.Now_ns;
        }

        _served_ns[number] = MonotonicClock.Now_ns;
    }

    private bool IsFrozen(long due_ns) => due_ns >= _frozen_ns && due_ns < _thawed_ns;

    /// <summary>
    /// The operations that the windows count: a window is closed between two answers, so that those noted before its
    /// end are in.
    /// </summary>
    private List<int> Recorded(RunSnapshot run) =>
    [
        .. Enumerable.Range(0, _clients.Begun)
            .Where(i => _clients.Answered_ns[i] > 0 && _clients.Answered_ns[i] <= run.Windows[^1].End_ns),
    ];

    /// <summary>A connection has one operation outstanding, so the freeze meets at most one of each.</summary>
    private void ShouldBeHitOncePerConnection(LatencyHistogram fromSend, List<int> recorded)
    {
        bool IsHit(int number) => _clients.Begun_ns[number] < _thawed_ns && _served_ns[number] >= _thawed_ns;
        recorded.Count(IsHit).ShouldBeInRange(1, Connections);
        var longestOther_ns = recorded.Where(i => !IsHit(i)).Max(i => _clients.Answered_ns[i] - _clients.Begun_ns[i]);
        var allButThese = (fromSend.Count - Connections - 0.5) / fromSend.Count;
        ((double)fromSend.ValueAtQuantile_ns(allButThese)).ShouldBeLessThanOrEqualTo(
            longestOther_ns * (1 + HistogramError));
    }

    private static void ShouldLieBetween(LatencyHistogram measured, IEnumerable<long> least_ns,
        IEnumerable<long> most_ns)
    {
        var (least, most) = (least_ns.ToList(), most_ns.ToList());
        foreach (var quantile in new[] { 0.1, 0.5, 0.75, 0.9, 0.99, 0.999 })
            ((double)measured.ValueAtQuantile_ns(quantile)).ShouldBeInRange(
                Quantile(least, quantile) * (1 - HistogramError), Quantile(most, quantile) * (1 + HistogramError));
    }

    private static long Quantile(List<long> values, double quantile) =>
        values.Order().ElementAt((int)Math.Ceiling((decimal)quantile * values.Count) - 1);

    private static LatencyHistogram Merge(IEnumerable<LatencyHistogram> windows)
    {
        var merged = new LatencyHistogram();
        foreach (var window in windows) merged.Add(window);
        return merged;
    }
}
