namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>
/// Processes that serve on one port get unequal shares at the capacity: the busiest does a quarter more than the mean.
/// Whether that is what a hash does by chance stands with it.
/// </summary>
internal static class WorkerAnalyser
{
    private const double Least = 1.25;

    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        foreach (var curve in context.Curves)
        {
            if (curve.AtCapacity is not { Resources.Workers: { } workers } level) continue;
            if (!(workers.OperationsMaxOverMean >= Least)) continue;
            yield return new Finding
            {
                Code = FindingCode.UnevenWorkers,
                Severity = FindingSeverity.Information,
                Subjects = [curve.Key],
                Numbers =
                [
                    new("clients", level.Clients), new("workers", workers.Count),
                    new("connections", workers.Connections.Sum()),
                    new("connections_max_over_mean", workers.ConnectionsMaxOverMean),
                    new("operations_max_over_mean", workers.OperationsMaxOverMean),
                    new("expected_cv", workers.ExpectedCv), new("p", workers.P),
                ],
            };
        }
    }
}
