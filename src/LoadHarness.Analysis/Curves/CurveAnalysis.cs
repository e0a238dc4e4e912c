using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Ladders;
using LoadHarness.Analysis.Laws;
using LoadHarness.Analysis.Levels;
using LoadHarness.Analysis.Overloads;

namespace LoadHarness.Analysis.Curves;

/// <summary>Everything known about one curve.</summary>
public sealed record CurveAnalysis
{
    /// <summary>Which curve.</summary>
    public required CurveKey Key { get; init; }

    /// <summary>Its levels, by clients, rising; visits of one level are merged.</summary>
    public required IReadOnlyList<LevelSummary> Levels { get; init; }

    /// <summary>The test of every step between neighbouring levels of the first start.</summary>
    public required IReadOnlyList<StepTest> Steps { get; init; }

    /// <summary>What it comes to.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Who was the limit at the levelled-out point, with the evidence.</summary>
    public CauseAnalysis Cause { get; init; } = CauseAnalysis.None;

    /// <summary>What overload did, and whether the server came back.</summary>
    public OverloadAnalysis Overload { get; init; } = OverloadAnalysis.None;

    /// <summary>Where it turns, by other readings than the verdict's.</summary>
    public KneeReadings Knees { get; init; } = new();

    /// <summary>The law that its throughput follows; null when there are too few levels for one.</summary>
    public LawReading? Law { get; init; }

    /// <summary>
    /// The level whose resources speak for the capacity: the middle of the plateau, else the level of the verdict, else
    /// the highest.
    /// </summary>
    public LevelSummary? AtCapacity =>
        Verdict.PlateauClients is { Count: > 0 } plateau ? At(plateau[plateau.Count / 2])
        : At(Verdict.Clients) ?? (Levels.Count > 0 ? Levels[^1] : null);

    /// <summary>CPU time of the SUT per operation at the capacity, µs; NaN when unknown.</summary>
    public double CpuPerOperation_us => AtCapacity?.Resources.SutCpuPerOperation_us ?? double.NaN;

    /// <summary>The level with that many clients, or null.</summary>
    public LevelSummary? At(int clients) => Levels.FirstOrDefault(l => l.Clients == clients);
}
