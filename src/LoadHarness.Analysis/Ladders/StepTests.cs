using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Ladders;

/// <summary>Makes the tests of steps (METHOD.md B.2).</summary>
public static class StepTests
{
    /// <summary>The test between two levels.</summary>
    public static StepTest Between(MeasuringRules rules, LevelEstimate from, LevelEstimate to)
    {
        var gain = MeanEstimate.LogRatio(to.Throughput, from.Throughput);
        var margin = Margin(rules, from.Clients, to.Clients);
        return new StepTest(from.Clients, to.Clients, gain.Mean, gain.LowerBound, gain.UpperBound, margin);
    }

    /// <summary>The tests of all steps between neighbouring levels.</summary>
    public static IReadOnlyList<StepTest> All(MeasuringRules rules, IReadOnlyList<LevelEstimate> levels) =>
        [.. levels.Zip(levels.Skip(1), (from, to) => Between(rules, from, to))];

    /// <summary>
    /// The gain below which a step is flat: ln(1+delta)·ln(r)/ln(step ratio) for a step of ratio r (METHOD.md, "On
    /// small machines").
    /// </summary>
    public static double Margin(MeasuringRules rules, int fromClients, int toClients) =>
        Math.Log(1 + rules.Delta) * Math.Log((double)toClients / fromClients) / Math.Log(rules.StepRatio);
}
