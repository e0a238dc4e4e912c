using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Laws;

/// <summary>
/// How sure a law's parameters are: levels are drawn anew, and windows within them, and the law is fitted again. The
/// interval is what 95 % of the fits hold. Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993
/// (percentile method); METHOD.md B.4.
/// </summary>
public static class LawBootstrap
{
    private const int Draws = 200;
    private const double Outside = 0.025;
    private const int FewestDifferent = 4;
    private const int Seed = 20070101;

    /// <summary>Knee and ceiling of a law with their intervals; the same levels give the same.</summary>
    /// <param name="fit">The law that was chosen.</param>
    /// <param name="levels">What it was fitted on.</param>
    public static LawSpread Of(LawFit fit, IReadOnlyList<LawLevel> levels)
    {
        var random = new Random(Seed);
        // Batches, not windows: neighbouring windows go together.
        var batched = levels.Select(level => level with { Windows_per_s = BatchMeans.Batches(level.Windows_per_s) })
            .ToList();
        var laws = new List<ScalingLaw>(Draws);
        for (var i = 0; i < Draws; i++) laws.Add(LawFitter.Near(fit, Draw(batched, random)));
        return new LawSpread(
            Around(fit.Law.KneeClients, laws.Select(law => law.KneeClients)),
            Around(fit.Law.Ceiling_per_s, laws.Select(law => law.Ceiling_per_s)))
        {
            Parameters =
            [
                .. fit.Law.Parameters.Select((parameter, i) => new ParameterSpread(
                    parameter.Symbol, Around(parameter.Value, laws.Select(law => law.Parameters[i].Value)))),
            ],
        };
    }

    private static List<LawPoint> Draw(List<LawLevel> levels, Random random)
    {
        while (true)
        {
            var drawn = levels.ConvertAll(_ => levels[random.Next(levels.Count)]);
            // Fewer places than that hold no shape.
            if (drawn.DistinctBy(level => level.Clients).Count() < Math.Min(FewestDifferent, levels.Count)) continue;
            return drawn.ConvertAll(level => Redrawn(level, random).ToPoint());
        }
    }

    private static LawLevel Redrawn(LawLevel level, Random random)
    {
        var batches = new double[level.Windows_per_s.Count];
        for (var i = 0; i < batches.Length; i++) batches[i] = level.Windows_per_s[random.Next(batches.Length)];
        return level with { Windows_per_s = batches };
    }

    private static Interval Around(double estimate, IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var outside = (int)(Outside * sorted.Length);
        return new Interval(
            estimate, sorted[outside], sorted[^(outside + 1)], sorted.Length, IntervalBasis.Bootstrap);
    }
}
