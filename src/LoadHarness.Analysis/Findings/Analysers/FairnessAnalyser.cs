using LoadHarness.Analysis.Curves;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>
/// Clients are served unequally: Jain's index below 0.9, or clients that got nothing. The worst level is named.
/// </summary>
internal static class FairnessAnalyser
{
    private const double Fair = 0.9;

    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        foreach (var curve in context.Curves.Where(c => c.Verdict.Kind != VerdictKind.Held))
        {
            var level = curve.Levels
                .Where(l => l.Clients > 1 && l.Operations > 0 && (l.PerClient.Jain < Fair || l.PerClient.Starved > 0))
                .MinBy(l => l.PerClient.Jain);
            if (level is null) continue;
            var spread = level.PerClient;
            yield return new Finding
            {
                Code = FindingCode.UnfairClients,
                Severity = spread.Starved > 0 ? FindingSeverity.Warning : FindingSeverity.Information,
                Subjects = [curve.Key],
                Numbers =
                [
                    new("clients", level.Clients), new("jain", spread.Jain), new("starved_clients", spread.Starved),
                    new("min_per_s", spread.Min_per_s), new("max_per_s", spread.Max_per_s),
                ],
            };
        }
    }
}
