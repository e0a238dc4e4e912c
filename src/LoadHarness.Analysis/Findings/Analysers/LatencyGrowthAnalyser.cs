namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>
/// Past the plateau more clients only wait longer: mean latency grows in proportion to clients, R ≈ N/X (Little's law;
/// METHOD.md 3C,
/// "latency grows linearly with queue").
/// </summary>
internal static class LatencyGrowthAnalyser
{
    private const double FlattestExponent = 0.7;
    private const double SteepestExponent = 1.3;

    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        foreach (var curve in context.Curves)
        {
            if (curve.Verdict.PlateauClients is not [var first, .., var last]) continue;
            if (curve.At(first) is not { } from || curve.At(last) is not { } to) continue;
            var exponent = Math.Log(to.Latency.Mean_us / from.Latency.Mean_us) / Math.Log((double)last / first);
            if (!(exponent is >= FlattestExponent and <= SteepestExponent)) continue;
            yield return new Finding
            {
                Code = FindingCode.LatencyGrows,
                Severity = FindingSeverity.Information,
                Subjects = [curve.Key],
                Numbers =
                [
                    new("from_clients", first), new("from_mean_us", from.Latency.Mean_us),
                    new("to_clients", last), new("to_mean_us", to.Latency.Mean_us), new("exponent", exponent),
                ],
            };
        }
    }
}
