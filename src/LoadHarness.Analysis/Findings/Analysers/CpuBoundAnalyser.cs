namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>The SUT uses up its CPUs: at least 90 % at the plateau (METHOD.md B.8). The ceiling is m/D.</summary>
internal static class CpuBoundAnalyser
{
    internal const double Full = 0.90;

    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        foreach (var curve in context.Curves)
        {
            if (curve.AtCapacity is not { } level || !(level.Resources.SutUtilisation >= Full)) continue;
            var used = level.Resources;
            if (!double.IsFinite(used.SutCpuPerOperation_us)) continue;
            yield return new Finding
            {
                Code = FindingCode.SutCpuBound,
                Severity = FindingSeverity.Information,
                Subjects = [curve.Key],
                Numbers =
                [
                    new("clients", level.Clients), new("sut_cpu_share", used.SutUtilisation),
                    new("sut_cpus", used.SutCpus),
                    new("cpu_per_operation_us", used.SutCpuPerOperation_us),
                    new("ceiling_per_s", used.SutCpus * 1e6 / used.SutCpuPerOperation_us),
                ],
            };
        }
    }
}
