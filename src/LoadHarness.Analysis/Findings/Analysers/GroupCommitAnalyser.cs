namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>
/// Operations share flushes, the more the more clients there are: at least half as many again as at the first level.
/// </summary>
internal static class GroupCommitAnalyser
{
    private const double Least = 1.5;

    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        foreach (var curve in context.Curves)
        {
            var levels = curve.Levels.Where(l => l.Resources.FlushesPerOperation > 0).ToList();
            if (levels.Count < 2) continue;
            var from = 1 / levels[0].Resources.FlushesPerOperation;
            var to = 1 / levels[^1].Resources.FlushesPerOperation;
            if (!(to >= Least * from)) continue;
            yield return new Finding
            {
                Code = FindingCode.GroupCommit,
                Severity = FindingSeverity.Information,
                Subjects = [curve.Key],
                Numbers =
                [
                    new("from_clients", levels[0].Clients), new("from_operations_per_flush", from),
                    new("to_clients", levels[^1].Clients), new("to_operations_per_flush", to),
                ],
            };
        }
    }
}
