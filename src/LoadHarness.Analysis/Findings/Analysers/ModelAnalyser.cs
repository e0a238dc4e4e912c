using LoadHarness.Analysis.Comparing;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>How the models differ on the same work.</summary>
internal static class ModelAnalyser
{
    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        foreach (var work in context.Comparisons.GroupBy(c => c.Best))
        {
            var differ = work.Any(c => c.Verdict is ComparisonVerdict.Slower or ComparisonVerdict.Faster);
            yield return new Finding
            {
                Code = differ ? FindingCode.ModelsDiffer : FindingCode.ModelsAlike,
                Severity = FindingSeverity.Information,
                Subjects = [.. work.Select(c => c.Curve)],
                Numbers =
                [
                    .. work.SelectMany(c => (Evidence[])
                    [
                        new("ratio", c.Ratio.Estimate, c.Curve.Model),
                        new("ratio_low", c.Ratio.Low, c.Curve.Model),
                        new("ratio_high", c.Ratio.High, c.Curve.Model),
                        .. VerdictAnalyser.Capacity(context.Curve(c.Curve).Verdict.Capacity, c.Curve.Model),
                    ]),
                ],
                Notes = [.. work.Select(c => $"{c.Curve.Model}: {c.Reason}")],
            };
        }
    }
}
