using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Comparing;

/// <summary>One model against the best one on the same workload and stage (METHOD.md B.6).</summary>
public sealed record ModelComparison
{
    /// <summary>The curve compared.</summary>
    public required CurveKey Curve { get; init; }

    /// <summary>
    /// The curve with the highest capacity, which everything of its workload and stage is compared with.
    /// </summary>
    public required CurveKey Best { get; init; }

    /// <summary>Capacity as a ratio to the best's, with its 95 % interval.</summary>
    public required Interval Ratio { get; init; }

    /// <summary>The verdict by the 5 % margin.</summary>
    public required ComparisonVerdict Verdict { get; init; }

    /// <summary>Starts of the SUT behind this model's capacity.</summary>
    public int Starts { get; init; }

    /// <summary>Starts of the SUT behind the best's capacity.</summary>
    public int BestStarts { get; init; }

    /// <summary>Two-sided p of Mann and Whitney's test; NaN below four starts on either side.</summary>
    public double MannWhitneyP { get; init; } = double.NaN;

    /// <summary>
    /// Starts on either side that should decide; NaN when unknown, see <see cref="CapacityComparison.StartsWanted"/>.
    /// </summary>
    public double StartsWanted { get; init; } = double.NaN;

    /// <summary>True when either capacity is only a lower bound: no number of starts decides then.</summary>
    public bool RestsOnLowerBound { get; init; }

    /// <summary>CPU time of the SUT per operation at the plateau as a ratio to the best's; NaN when unknown.</summary>
    public double CpuPerOperationRatio { get; init; } = double.NaN;

    /// <summary>How the interval was made and what limits it, in plain words.</summary>
    public required string Reason { get; init; }
}
