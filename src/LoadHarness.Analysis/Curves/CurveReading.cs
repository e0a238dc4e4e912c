using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Ladders;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Curves;

/// <summary>One curve as the verdict needs it: the visits of its starts, and how the run ended.</summary>
/// <param name="Rules">The run's rules.</param>
/// <param name="State">How far the run got.</param>
/// <param name="Starts">Visits by start of the SUT, in order of time; the first start walked the ladder.</param>
public sealed record CurveReading(
    MeasuringRules Rules, RunState State, IReadOnlyDictionary<int, IReadOnlyList<LevelPoint>> Starts)
{
    /// <summary>What was asked at the levelled-out point: who is the limit.</summary>
    public CauseAnalysis Cause { get; init; } = CauseAnalysis.None;

    /// <summary>
    /// How much starts are expected to differ, by what else the run shows: standard deviation of ln X.
    /// </summary>
    public double ExpectedStartCv { get; init; } = StartSpread.Usual;

    /// <summary>Visits of the first start, in order of time.</summary>
    public IReadOnlyList<LevelPoint> First => Starts.TryGetValue(0, out var visits) ? visits : [];
}
