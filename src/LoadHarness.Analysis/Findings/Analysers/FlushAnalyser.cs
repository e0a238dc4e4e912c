namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>
/// The log flush is the limit: flushes fill the time at the plateau (METHOD.md B.8, "disk flush time × X near 1").
/// </summary>
internal static class FlushAnalyser
{
    private const double Filled = 0.8;

    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        foreach (var curve in context.Curves)
        {
            if (curve.AtCapacity is not { } level || !(level.Resources.FlushTimeShare >= Filled)) continue;
            var used = level.Resources;
            yield return new Finding
            {
                Code = FindingCode.FlushBound,
                Severity = FindingSeverity.Information,
                Subjects = [curve.Key],
                Numbers =
                [
                    new("clients", level.Clients), new("flush_time_share", used.FlushTimeShare),
                    new("flushes_per_operation", used.FlushesPerOperation),
                    new("flush_length_us",
                        1e6 * used.FlushTimeShare / (used.FlushesPerOperation * level.Throughput.Estimate)),
                ],
            };
        }
    }
}
