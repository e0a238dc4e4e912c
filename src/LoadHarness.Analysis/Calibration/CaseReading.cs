using LoadHarness.Analysis.Curves;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Calibration;

/// <summary>A part of the calibration as it was measured, beside its truth.</summary>
internal sealed class CaseReading
{
    private readonly ILookup<int, WindowRow> _windows;

    /// <summary>Reads.</summary>
    public CaseReading(CalibrationCase given, StoredRun run, IReadOnlyList<ServiceLogRow> log)
    {
        (Case, Run) = (given, run);
        Replay = new ServiceReplay(given.Queue, log);
        Curve = CurveAnalyser.Of(run) is [var curve, ..] ? curve : null;
        _windows = run.Windows.ToLookup(window => window.Key.Sequence);
        Levels = [.. run.Levels.Where(level => level.Operations > 0 && IsOfServer(level.Key.Phase))];
    }

    /// <summary>What was to be measured.</summary>
    public CalibrationCase Case { get; }

    /// <summary>What was measured.</summary>
    public StoredRun Run { get; }

    /// <summary>The truth.</summary>
    public ServiceReplay Replay { get; }

    /// <summary>What the harness concluded; null when it measured nothing.</summary>
    public CurveAnalysis? Curve { get; }

    /// <summary>Levels with at least one operation, in the order of the visits.</summary>
    public IReadOnlyList<LevelRow> Levels { get; }

    /// <summary>Those with numbers of clients, without rates and other questions.</summary>
    public IEnumerable<LevelRow> Climbed => Levels.Where(level => level.Key.Phase.IsOfCurve());

    /// <summary>True when others used the machine while a level that counts was measured.</summary>
    public bool IsDisturbed => Levels.Any(IsDisturbedAt);

    /// <summary>True when others used the machine at a level.</summary>
    public static bool IsDisturbedAt(LevelRow level) => LevelValidity.Parse(level.Validity).Issues
        .Any(issue => string.Equals(issue.Code, ValidityCode.Disturbed, StringComparison.Ordinal));

    /// <summary>False for levels with a slowed generator or a null server in the server's place.</summary>
    private static bool IsOfServer(LevelPhase phase) => phase is not (LevelPhase.Cause or LevelPhase.Ceiling);

    /// <summary>The truth about a level.</summary>
    public LevelTruth TruthOf(LevelRow level) =>
        Replay.Within(new TimeSpans(_windows[level.Key.Sequence], Run.Manifest.Start_ns));
}
