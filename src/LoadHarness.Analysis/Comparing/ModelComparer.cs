using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Comparing;

/// <summary>Compares the models that did the same work (METHOD.md B.6).</summary>
public static class ModelComparer
{
    /// <summary>
    /// Every model against the best of its workload and stage, best first. Work that only one model did is left out.
    /// </summary>
    /// <param name="curves">The curves of a run.</param>
    /// <param name="margin">Practical margin as a share, e.g. 0.05.</param>
    public static IReadOnlyList<ModelComparison> Compare(IEnumerable<CurveAnalysis> curves, double margin)
    {
        var comparisons = new List<ModelComparison>();
        foreach (var work in curves.Where(c => c.Verdict.Capacity.Estimate > 0)
            .GroupBy(c => (c.Key.Workload, c.Key.Stage)))
        {
            var ranked = work.OrderByDescending(c => c.Verdict.Capacity.Estimate).ToList();
            if (ranked.Count < 2) continue;
            comparisons.Add(OfBest(ranked[0]));
            comparisons.AddRange(ranked.Skip(1).Select(curve => Compare(curve, ranked[0], margin)));
        }

        return comparisons;
    }

    private static ModelComparison OfBest(CurveAnalysis best) => new()
    {
        Curve = best.Key,
        Best = best.Key,
        Ratio = new Interval(1, 1, 1, best.Verdict.Starts, best.Verdict.Capacity.Basis),
        Verdict = ComparisonVerdict.Best,
        Starts = best.Verdict.Starts,
        BestStarts = best.Verdict.Starts,
        CpuPerOperationRatio = 1,
        Reason = "the highest capacity",
    };

    private static ModelComparison Compare(CurveAnalysis curve, CurveAnalysis best, double margin)
    {
        var comparison = CapacityComparison.Of(curve.Verdict, best.Verdict, margin);
        return new ModelComparison
        {
            Curve = curve.Key,
            Best = best.Key,
            Ratio = comparison.Ratio,
            Verdict = comparison.Verdict,
            Starts = curve.Verdict.Starts,
            BestStarts = best.Verdict.Starts,
            MannWhitneyP = comparison.MannWhitneyP,
            StartsWanted = comparison.StartsWanted,
            RestsOnLowerBound = curve.Verdict.IsLowerBound || best.Verdict.IsLowerBound,
            CpuPerOperationRatio = curve.CpuPerOperation_us / best.CpuPerOperation_us,
            Reason = comparison.Reason,
        };
    }
}
