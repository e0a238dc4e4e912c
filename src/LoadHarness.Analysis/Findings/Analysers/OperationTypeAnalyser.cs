namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>How the operation types of one model differ: its stages' capacities side by side.</summary>
internal static class OperationTypeAnalyser
{
    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        foreach (var model in context.Curves.Where(c => c.Verdict.Capacity.Estimate > 0)
            .GroupBy(c => (c.Key.Workload, c.Key.Model)))
        {
            var ranked = model.OrderByDescending(c => c.Verdict.Capacity.Estimate).ToList();
            if (ranked.Count < 2) continue;
            var fastest = ranked[0].Verdict.Capacity.Estimate;
            yield return new Finding
            {
                Code = FindingCode.OperationsDiffer,
                Severity = FindingSeverity.Information,
                Subjects = [.. ranked.Select(c => c.Key)],
                Numbers =
                [
                    .. ranked.SelectMany(c => (Evidence[])
                    [
                        .. VerdictAnalyser.Capacity(c.Verdict.Capacity, c.Key.Stage),
                        new("ratio", c.Verdict.Capacity.Estimate / fastest, c.Key.Stage),
                    ]),
                ],
                Notes = [.. ranked.Where(c => c.Verdict.IsLowerBound).Select(c => c.Key.Stage)],
            };
        }
    }
}
