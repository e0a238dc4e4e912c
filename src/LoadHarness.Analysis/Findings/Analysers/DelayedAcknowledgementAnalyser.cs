namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>
/// Latency sits at 40 ms, the shortest delayed acknowledgement of Linux: the mark of a request or answer sent in two
/// writes without TCP_NODELAY. The median alone, or the 99th percentile far above the 90th, must lie there, and the
/// server must be
/// mostly idle meanwhile: one that is busy for 40 ms is just slow.
/// </summary>
internal static class DelayedAcknowledgementAnalyser
{
    private const double Low_us = 39_000;
    private const double High_us = 46_000;
    private const double BusyShare = 0.5;

    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        foreach (var curve in context.Curves)
        {
            foreach (var level in curve.Levels)
            {
                var latency = level.Latency;
                var median = IsThere(latency.P50_us) && level.Clients <= 4;
                var tail = IsThere(latency.P99_us) && latency.P90_us < Low_us / 4;
                if ((!median && !tail) || level.Resources.SutUtilisation > BusyShare) continue;
                yield return new Finding
                {
                    Code = FindingCode.DelayedAcknowledgement,
                    Severity = FindingSeverity.Warning,
                    Subjects = [curve.Key],
                    Numbers =
                    [
                        new("clients", level.Clients), new("median_us", latency.P50_us), new("p99_us", latency.P99_us),
                    ],
                    Notes = [median ? "median" : "99th percentile"],
                };
                break;
            }
        }
    }

    private static bool IsThere(double latency_us) => latency_us is >= Low_us and <= High_us;
}
