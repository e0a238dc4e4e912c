namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>One thread of the SUT is full while CPUs are idle: at least 95 % (METHOD.md B.8).</summary>
internal static class SingleThreadAnalyser
{
    private const double Full = 0.95;

    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        foreach (var curve in context.Curves)
        {
            if (curve.AtCapacity is not { } level || level.Resources.SutCpus < 2) continue;
            var used = level.Resources;
            if (!(used.BusiestThreadShare >= Full) || used.SutUtilisation >= CpuBoundAnalyser.Full) continue;
            yield return new Finding
            {
                Code = FindingCode.SingleThreadLimit,
                Severity = FindingSeverity.Information,
                Subjects = [curve.Key],
                Numbers =
                [
                    new("clients", level.Clients), new("busiest_thread_share", used.BusiestThreadShare),
                    new("sut_cpu_share", used.SutUtilisation), new("sut_cpus", used.SutCpus),
                ],
            };
        }
    }
}
