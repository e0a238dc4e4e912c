using LoadHarness.Analysis.Comparing;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Findings;
using LoadHarness.Analysis.OpenLoop;
using LoadHarness.Analysis.Thresholds;
using LoadHarness.Results;

namespace LoadHarness.Analysis;

/// <summary>A run with everything that was concluded from it.</summary>
public sealed record RunAnalysis
{
    /// <summary>The run.</summary>
    public required StoredRun Run { get; init; }

    /// <summary>Its curves, in the order in which the run visited them.</summary>
    public required IReadOnlyList<CurveAnalysis> Curves { get; init; }

    /// <summary>
    /// Every model against the best, by workload and stage, best first; only where two models or more were measured.
    /// </summary>
    public required IReadOnlyList<ModelComparison> Comparisons { get; init; }

    /// <summary>
    /// Latency against offered load, in the order in which the run offered it; empty where every loop was closed.
    /// </summary>
    public IReadOnlyList<OpenCurve> Open { get; init; } = [];

    /// <summary>Whether its thresholds hold; empty without any.</summary>
    public IReadOnlyList<ThresholdCheck> Thresholds { get; init; } = [];

    /// <summary>What was found.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }
}
