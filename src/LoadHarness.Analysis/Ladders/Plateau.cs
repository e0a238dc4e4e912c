using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Ladders;

/// <summary>A plateau that was found: its levels and their pooled throughput.</summary>
/// <param name="Levels">Its levels, rising by clients.</param>
/// <param name="Throughput">
/// Pooled mean, operations/s; never the largest level (METHOD.md B.2: the maximum is biased upwards).
/// </param>
public sealed record Plateau(IReadOnlyList<LevelEstimate> Levels, MeanEstimate Throughput)
{
    /// <summary>Clients of its first level.</summary>
    public int Clients => Levels[0].Clients;

    /// <summary>
    /// Finds the plateau that reaches to the highest level measured, if there is one (METHOD.md B.2).
    /// Two successive steps make it: neither may gain its margin, and together the upper 95 % bound of their gain must
    /// be below
    /// the margin of their common ratio. (Two steps that pass one by one pass together too; together they need half the
    /// windows.)
    /// Lower levels belong to it as long as the pooled mean exceeds them by less than the margin of the step between.
    /// </summary>
    /// <param name="rules">The run's rules.</param>
    /// <param name="levels">Levels of one start of the SUT, rising.</param>
    /// <returns>Null when nothing levels out.</returns>
    public static Plateau? Find(MeasuringRules rules, IReadOnlyList<LevelEstimate> levels)
    {
        for (var first = 0; first + rules.FlatSteps < levels.Count; first++)
        {
            if (StartsAt(rules, levels, first)) return Extended(rules, levels, first);
        }

        return null;
    }

    private static bool StartsAt(MeasuringRules rules, IReadOnlyList<LevelEstimate> levels, int first)
    {
        for (var i = first; i < first + rules.FlatSteps; i++)
        {
            var step = StepTests.Between(rules, levels[i], levels[i + 1]);
            if (!(step.Gain < step.Margin)) return false;
        }

        var together = StepTests.Between(rules, levels[first], levels[first + rules.FlatSteps]);
        var rest = StepTests.Between(rules, levels[first], levels[^1]);
        return together.IsLevel && rest.Gain < rest.Margin;
    }

    private static Plateau Extended(MeasuringRules rules, IReadOnlyList<LevelEstimate> levels, int first)
    {
        var pooled = Pool(levels.Skip(first));
        while (first > 0)
        {
            var gain = MeanEstimate.LogRatio(pooled, levels[first - 1].Throughput);
            if (!(gain.UpperBound < StepTests.Margin(rules, levels[first - 1].Clients, levels[first].Clients))) break;
            pooled = Pool(levels.Skip(--first));
        }

        return new Plateau([.. levels.Skip(first)], pooled);
    }

    /// <summary>
    /// Mean over levels, weighted by their windows. Its error is the larger of what the windows say and what the spread
    /// of the
    /// levels says.
    /// </summary>
    internal static MeanEstimate Pool(IEnumerable<LevelEstimate> levels)
    {
        var list = levels.ToList();
        double windows = list.Sum(l => l.Windows);
        var mean = list.Sum(l => l.Windows / windows * l.Throughput.Mean);
        var within = Math.Sqrt(list.Sum(l => Math.Pow(l.Windows / windows * l.Throughput.StandardError, 2)));
        if (list.Count < 3) return new MeanEstimate(mean, within, list.Sum(l => l.Throughput.DegreesOfFreedom));
        var between = Dispersion.StandardDeviation([.. list.Select(l => l.Throughput.Mean)]) / Math.Sqrt(list.Count);
        return between > within
            ? new MeanEstimate(mean, between, list.Count - 1)
            : new MeanEstimate(mean, within, list.Sum(l => l.Throughput.DegreesOfFreedom));
    }
}
