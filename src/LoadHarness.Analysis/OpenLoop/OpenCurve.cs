using LoadHarness.Analysis.Curves;

namespace LoadHarness.Analysis.OpenLoop;

/// <summary>Latency against offered load: the rates offered to one stage of one model.</summary>
public sealed record OpenCurve
{
    /// <summary>Which stage and model.</summary>
    public required CurveKey Key { get; init; }

    /// <summary>The rates, rising.</summary>
    public required IReadOnlyList<OpenLevelSummary> Levels { get; init; }

    /// <summary>Capacity that the ladder of the same curve found, operations/s; NaN when there is none.</summary>
    public double Capacity_per_s { get; init; } = double.NaN;

    /// <summary>True when that capacity is a lower bound.</summary>
    public bool IsLowerBound { get; init; }

    /// <summary>A rate as a share of the capacity; NaN when that is unknown.</summary>
    public double ShareOf(OpenLevelSummary level) => level.Rate_per_s / Capacity_per_s;
}
