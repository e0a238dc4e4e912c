using LoadHarness.Analysis.Windows;
using LoadHarness.Contracts.Time;
using LoadHarness.Engine;
using LoadHarness.Experiments.Suts;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Gathers the windows of one level over all its engine runs and decides when they are enough: by the noise seen, and
/// by the
/// level's share of the time.
/// </summary>
internal sealed class LevelObserver : ILoadObserver
{
    /// <summary>A window shorter than this share of its plan is too short to count.</summary>
    private const double ShortestShare = 0.5;

    /// <summary>
    /// Windows at the start of a level of an open loop that do not count: the server was idle before, and its queue has
    /// yet to become as long as it will be. One is enough when the level goes on in a further engine run, as soon as
    /// what the stage draws from has been restored: the same operations ran just before.
    /// </summary>
    private const int OpenHead = 2;

    private readonly MeasuringRules _rules;
    private readonly RunKey _key;
    private readonly ISut _sut;
    private readonly NoiseBlocks _noise;
    private readonly long _deadline_ns;
    private readonly Action<WindowDecision, double> _tell;
    private readonly LevelUsage _usage;
    private long _sutCpu_ns;
    private long _start_ns;
    private int _engineRuns;

    /// <summary>Begins a level.</summary>
    /// <param name="rules">The run's rules.</param>
    /// <param name="key">Which level.</param>
    /// <param name="sut">The system under test.</param>
    /// <param name="meter">The machine.</param>
    /// <param name="usage">Told when the end is decided.</param>
    /// <param name="deadline_ns">
    /// When the level's time is up; until the fewest windows count it goes on all the same, up to twice as many.
    /// </param>
    /// <param name="tell">Gets the decision and the throughput so far after every window.</param>
    public LevelObserver(
        MeasuringRules rules,
        RunKey key,
        ISut sut,
        IUsageMeter meter,
        LevelUsage usage,
        long deadline_ns,
        Action<WindowDecision, double> tell)
    {
        (_rules, _key, _sut, _usage, _deadline_ns, _tell) = (rules, key, sut, usage, deadline_ns, tell);
        _noise = new NoiseBlocks(meter, sut);
    }

    /// <summary>All windows so far.</summary>
    public List<GatheredWindow> Windows { get; } = [];

    /// <summary>Time in which the harness did not run, s.</summary>
    public double Standstill_s { get; private set; }

    /// <summary>True when the level has been measured enough.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Windows that can count, as the decisions see them.</summary>
    public IReadOnlyList<WindowSample> Samples =>
        [
            .. Windows.Where(w => !w.IsCut)
                .Select(w => new WindowSample(w.Throughput_per_s, w.OtherCpuShare, w.StealShare)),
        ];

    /// <inheritdoc/>
    public void Started(long start_ns)
    {
        _start_ns = start_ns;
        _engineRuns++;
        _sutCpu_ns = _sut.ReadCpu_ns();
        _noise.Start();
    }

    /// <inheritdoc/>
    public bool WindowClosed(WindowSnapshot window)
    {
        var cpu_ns = _sut.ReadCpu_ns();
        var standstill_s = Standstill.In_s(_rules.Window_s, window.Length_s);
        Standstill_s += standstill_s;
        var gathered = new GatheredWindow
        {
            Window = window,
            SutCpu_s = cpu_ns < 0 ? double.NaN : (cpu_ns - _sutCpu_ns) / 1e9,
            IsCut = standstill_s > 0 || IsTooShort(window) || IsBeforeFirstAnswers(window) || IsOpenHead(window),
        };
        _sutCpu_ns = cpu_ns;
        _usage.WindowClosed();
        Windows.Add(gathered);
        _noise.Add(gathered);
        var decision = WindowPolicy.Decide(_rules, _key.Phase, Samples);
        var isLate = MonotonicClock.Now_ns >= _deadline_ns && HasTried(decision);
        IsDone = decision.Enough || isLate || _sut.HasExited;
        _tell(decision, Samples.Count == 0 ? double.NaN : Samples.Average(s => s.Throughput_per_s));
        return !IsDone;
    }

    /// <inheritdoc/>
    public void Ending() => _usage.Ending();

    /// <summary>
    /// The fewest windows count, or twice as many were measured, or as many were cut because the clients' supply does
    /// not last for one.
    /// </summary>
    private bool HasTried(WindowDecision decision) =>
        (Samples.Count >= _rules.MinWindows && decision.Kept >= _rules.MinWindows)
        || Samples.Count >= 2 * _rules.MinWindows
        || Windows.Count(IsCutByWant) >= _rules.MinWindows;

    private static bool IsCutByWant(GatheredWindow gathered) => gathered.IsCut && gathered.Window.Exhausted;

    private bool IsTooShort(WindowSnapshot window) =>
        window.Exhausted && window.Length_s < ShortestShare * _rules.Window_s;

    private bool IsOpenHead(WindowSnapshot window) =>
        window.Open is not null && window.Index < (_engineRuns > 1 ? 1 : OpenHead);

    /// <summary>
    /// Clients that pause or think do so once before all of them have had a first answer. The others do not: a window
    /// may begin a little before it is told that the run has started.
    /// </summary>
    private bool IsBeforeFirstAnswers(WindowSnapshot window) =>
        _rules.ThinkTime_us > 0 && window.Start_ns - _start_ns < _rules.ThinkTime_us * 1000;

    /// <summary>An engine run of the level has ended; it carries the clients' totals for its windows.</summary>
    public void RunEnded(RunSnapshot run)
    {
        _noise.End();
        var first = Windows.Count - run.Windows.Count;
        for (var i = 0; i < run.Windows.Count; i++) Windows[first + i].Clients = run.ClientsByWindow[i];
    }
}
