using LoadHarness.Contracts.Time;
using LoadHarness.Experiments.Suts;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Reads usage before every engine run of a level and when its end is decided: then the load still runs, so that the
/// threads and connections that carry it, on both sides, are still there to be counted. Operations are counted to the
/// very end of the run.
/// </summary>
/// <param name="sut">The system under test.</param>
/// <param name="meter">The harness.</param>
internal sealed class LevelUsage(ISut sut, IUsageMeter meter)
{
    private const long ShortestPause_ns = 1_000_000_000;

    /// <summary>Looking takes a hundredth of the time at most, however many threads there are.</summary>
    private const long PauseOverCost = 100;

    private readonly List<UsageSample> _held = [];
    private long _nextLook_ns;
    private UsageSample _sutBefore = new();
    private UsageSample _harnessBefore = new();
    private UsageSample? _sutLoaded;
    private UsageSample? _harnessLoaded;

    /// <summary>What the SUT used.</summary>
    public UsageTotal Sut { get; } = new();

    /// <summary>What the SUT held, about once a second while the load was on.</summary>
    public IReadOnlyList<UsageSample> Held => _held;

    /// <summary>What the harness used.</summary>
    public UsageTotal Generator { get; } = new();

    /// <summary>Engine runs so far.</summary>
    public int Runs { get; private set; }

    /// <summary>Clients connected, the fewest of the runs.</summary>
    public int ConnectedClients { get; private set; } = int.MaxValue;

    /// <summary>Operations the clients completed, those after the last closed window included.</summary>
    public long Operations { get; private set; }

    /// <summary>An engine run begins.</summary>
    public void Begin()
    {
        (_sutBefore, _harnessBefore) = (sut.Read(), meter.Harness());
        (_sutLoaded, _harnessLoaded) = (null, null);
    }

    /// <summary>A window has ended: looks at what the SUT holds when it is time to.</summary>
    public void WindowClosed()
    {
        var start_ns = MonotonicClock.Now_ns;
        if (start_ns < _nextLook_ns || !sut.IsSampled) return;
        var held = sut.ReadHeld();
        var end_ns = MonotonicClock.Now_ns;
        if (held.Rss_bytes >= 0) _held.Add(held with { Time_ns = end_ns });
        _nextLook_ns = end_ns + Math.Max(ShortestPause_ns, PauseOverCost * (end_ns - start_ns));
    }

    /// <summary>An engine run is about to end; the load is still on.</summary>
    public void Ending() => (_sutLoaded, _harnessLoaded) = (sut.Read(), meter.Harness());

    /// <summary>An engine run has ended.</summary>
    /// <param name="connectedClients">Clients that were connected.</param>
    /// <param name="operations">Correct operations of the run.</param>
    public void End(int connectedClients, long operations)
    {
        Generator.Add(_harnessBefore, _harnessLoaded ?? meter.Harness());
        var after = sut.Read();
        Sut.Add(_sutBefore, (_sutLoaded ?? after) with { Operations = after.Operations });
        Operations += operations;
        Runs++;
        ConnectedClients = Math.Min(ConnectedClients, connectedClients);
    }
}
