using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Levels;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>
/// It levels out and nothing measured explains it (METHOD.md B.8, last row): says so, and what was excluded.
/// </summary>
internal static class UnexplainedAnalyser
{
    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        foreach (var curve in context.Curves.Where(c => c.Verdict.Kind == VerdictKind.LevelsOut))
        {
            if (context.Has(
                curve.Key, FindingCode.SutCpuBound, FindingCode.SingleThreadLimit, FindingCode.FlushBound,
                FindingCode.GcBound, FindingCode.CpuShared, FindingCode.LockBound, FindingCode.PoolStarved,
                FindingCode.MemoryShort))
                continue;
            if (curve.AtCapacity is not { } level || level.PerClient.Starved > 0) continue;
            yield return new Finding
            {
                Code = FindingCode.Unexplained,
                Severity = FindingSeverity.Information,
                Subjects = [curve.Key],
                Numbers = [new("clients", level.Clients), new("sut_cpu_share", level.Resources.SutUtilisation)],
                Notes = [.. Excluded(curve.Verdict, level.Resources)],
            };
        }
    }

    private static IEnumerable<string> Excluded(Verdict verdict, ResourceSummary used)
    {
        if (verdict.Limit != LimitKind.Undecided) yield return "the load generator";
        if (!double.IsNaN(used.SutUtilisation)) yield return "the server's CPUs";
        if (!double.IsNaN(used.BusiestThreadShare)) yield return "a single full thread";
        if (!double.IsNaN(used.FlushTimeShare)) yield return "log flushes";
        if (!double.IsNaN(used.GcPauseShare)) yield return "garbage collection";
        if (!double.IsNaN(used.LockContentionsPerOperation)) yield return "locks";
        if (!double.IsNaN(used.PoolQueue)) yield return "threads of the .NET pool";
        if (!double.IsNaN(used.MajorFaults_per_s)) yield return "pages read from disk";
        if (used.ListenOverflows == 0) yield return "full listen queues";
    }
}
