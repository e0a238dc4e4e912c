using LoadHarness.Analysis.Comparing;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>
/// What goes with a difference between two models at their plateaus: the costs that differ by more than a quarter.
/// It tells what goes together, not what causes what.
/// </summary>
internal static class ModelCauseAnalyser
{
    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        foreach (var comparison in context.Comparisons.Where(c => c.Verdict == ComparisonVerdict.Slower))
        {
            if (context.Curve(comparison.Best).AtCapacity is not { } best) continue;
            if (context.Curve(comparison.Curve).AtCapacity is not { } other) continue;
            var known = ModelCosts.All
                .Select(c => (Cost: c, Best: c.Get(best.Resources), Other: c.Get(other.Resources)))
                .Where(c => !double.IsNaN(c.Best) && !double.IsNaN(c.Other)).ToList();
            yield return new Finding
            {
                Code = FindingCode.ModelDifferenceCause,
                Severity = FindingSeverity.Information,
                Subjects = [comparison.Best, comparison.Curve],
                Numbers =
                [
                    .. known.SelectMany(c => new Evidence[]
                    {
                        new(c.Cost.Name, c.Best, comparison.Best.Model),
                        new(c.Cost.Name, c.Other, comparison.Curve.Model),
                    }),
                ],
                Notes = [.. known.Where(c => ModelCosts.Differ(c.Cost, c.Best, c.Other))
                    .Select(c => c.Cost.Name)],
            };
        }
    }
}
