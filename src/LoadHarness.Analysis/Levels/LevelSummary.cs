using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Levels;

/// <summary>One level of a curve, all its visits (phases and repetitions) merged.</summary>
public sealed record LevelSummary
{
    /// <summary>Simultaneous clients.</summary>
    public required int Clients { get; init; }

    /// <summary>
    /// Throughput of correct operations, operations/s: over restarts when there are several, else over windows.
    /// </summary>
    public required Interval Throughput { get; init; }

    /// <summary>The phases in which it was visited, in order of time.</summary>
    public IReadOnlyList<LevelPhase> Phases { get; init; } = [];

    /// <summary>Starts of the SUT in which it was visited.</summary>
    public int Starts { get; init; }

    /// <summary>Windows that count.</summary>
    public int KeptWindows { get; init; }

    /// <summary>Windows cut off as warm-up.</summary>
    public int WarmupWindows { get; init; }

    /// <summary>Windows dropped because others used the machine.</summary>
    public int DisturbedWindows { get; init; }

    /// <summary>Time of the windows that count, s.</summary>
    public double Measured_s { get; init; }

    /// <summary>Correct operations in the windows that count.</summary>
    public long Operations { get; init; }

    /// <summary>Coefficient of variation of the windows (worst visit).</summary>
    public double WindowCv { get; init; } = double.NaN;

    /// <summary>Latency over all operation types.</summary>
    public LatencySummary Latency { get; init; }

    /// <summary>How latency is spread, as far as it can be known; empty without histograms.</summary>
    public IReadOnlyList<SpectrumPoint> Spectrum { get; init; } = [];

    /// <summary>By operation type, in the order of the file; one entry when the stage has one type.</summary>
    public IReadOnlyList<OperationSummary> ByOperation { get; init; } = [];

    /// <summary>Spread over the clients.</summary>
    public ClientSpread PerClient { get; init; }

    /// <summary>Cost.</summary>
    public ResourceSummary Resources { get; init; } = ResourceSummary.Unknown;

    /// <summary>Throughput per client relative to the lowest level's, X(N)·N₁/(N·X(N₁)); NaN when unknown.</summary>
    public double Efficiency { get; init; } = double.NaN;

    /// <summary>Little's law residual, the largest in size of the visits.</summary>
    public double LittleResidual { get; init; } = double.NaN;

    /// <summary>Share of the clients' time with an operation outstanding, the smallest of the visits.</summary>
    public double OutstandingShare { get; init; } = double.NaN;

    /// <summary>Operations that failed, by kind.</summary>
    public ErrorCounts Errors { get; init; }

    /// <summary>Worst validity of the visits.</summary>
    public LevelValidity Validity { get; init; } = LevelValidity.Valid;
}
