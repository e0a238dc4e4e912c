using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Levels;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>
/// What a server waits for that levels out with CPU to spare, below 70 % (METHOD.md B.8): a CPU that others use, locks,
/// threads of the .NET pool. Where flushes of the log fill the time, waits are theirs.
/// </summary>
internal static class WaitingAnalyser
{
    private const double Spare = 0.7;

    /// <summary>
    /// Share of the time in which threads wanted a CPU. A fifth is more than ticks, interrupts and the harness's own
    /// questions take.
    /// </summary>
    private const double LeastWait = 0.2;

    /// <summary>Share of the server's CPU time from which a thread works alone: it waits for no other.</summary>
    private const double Alone = 0.9;

    /// <summary>One operation in ten waits for a lock, and twice as many as at the lowest level.</summary>
    private const double LeastContention = 0.1;

    private const double Growth = 2;

    /// <summary>The queue is read once a visit: on one level alone it may be a moment's.</summary>
    private const int FewestQueues = 2;

    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        foreach (var curve in context.Curves)
        {
            if (curve.Verdict.Kind is not (VerdictKind.LevelsOut or VerdictKind.Falls)) continue;
            if (curve.AtCapacity is not { } level || !(level.Resources.SutUtilisation < Spare)) continue;
            if (context.Has(curve.Key, FindingCode.FlushBound, FindingCode.GcBound)) continue;
            var found = new[] { CpuShared(curve, level), Locks(curve, level), Pool(curve, level) };
            foreach (var finding in found.OfType<Finding>()) yield return finding;
        }
    }

    private static Finding? CpuShared(CurveAnalysis curve, LevelSummary level)
    {
        var used = level.Resources;
        var busiest = used.BusiestThreadShare / (used.SutUtilisation * used.SutCpus);
        if (!(used.CpuWaitShare >= LeastWait) || !(busiest >= Alone)) return null;
        return Make(
            curve.Key, FindingCode.CpuShared, level, ["its own other threads"],
            new("cpu_wait_share", used.CpuWaitShare), new("threads_waiting", used.ThreadsWaiting),
            new("busiest_thread_share", used.BusiestThreadShare));
    }

    private static Finding? Locks(CurveAnalysis curve, LevelSummary level)
    {
        var from = curve.Levels.FirstOrDefault(one => !double.IsNaN(one.Resources.LockContentionsPerOperation));
        var (now, before) = (
            level.Resources.LockContentionsPerOperation, from?.Resources.LockContentionsPerOperation ?? double.NaN);
        if (from is null || from.Clients >= level.Clients) return null;
        if (!(now >= LeastContention) || !(now >= Growth * before)) return null;
        return Make(
            curve.Key, FindingCode.LockBound, level, ["garbage collection"],
            new("contentions_per_operation", now), new("from_clients", from.Clients),
            new("from_contentions_per_operation", before));
    }

    private static Finding? Pool(CurveAnalysis curve, LevelSummary level)
    {
        var queues = curve.Levels.Count(one =>
            one.Clients >= curve.Verdict.Clients && one.Resources.PoolQueue >= one.Resources.PoolThreads
            && one.Resources.PoolQueue > 0);
        if (queues < FewestQueues || !(level.Resources.PoolQueue > 0)) return null;
        return Make(
            curve.Key, FindingCode.PoolStarved, level, ["garbage collection"],
            new("pool_queue", level.Resources.PoolQueue), new("pool_threads", level.Resources.PoolThreads));
    }

    private static Finding Make(
        CurveKey curve, FindingCode code, LevelSummary level, IReadOnlyList<string> excluded,
        params IReadOnlyList<Evidence> numbers) => new()
        {
            Code = code,
            Severity = FindingSeverity.Information,
            Subjects = [curve],
            Numbers =
            [
                new("clients", level.Clients), new("sut_cpu_share", level.Resources.SutUtilisation), .. numbers,
            ],
            Notes = ["the server's CPUs", "log flushes", .. excluded],
        };
}
