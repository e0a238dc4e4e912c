using LoadHarness.Results;

namespace LoadHarness.Analysis.Levels;

/// <summary>
/// What a level cost over several visits (METHOD.md B.8: D = busy time / completions). CPU time comes from the windows
/// that count
/// where they carry it, else from the whole level.
/// </summary>
internal static class ResourceMerge
{
    public static ResourceSummary Of(IReadOnlyList<LevelVisit> visits)
    {
        var sut = visits.Select(v => v.Sut).OfType<ResourceRow>().ToList();
        var generator = visits.Select(v => v.Generator).OfType<ResourceRow>().ToList();
        var sutCpu = Cpu(visits, w => w.SutCpu_s, v => v.Sut);
        var generatorCpu = Cpu(visits, w => w.GeneratorCpu_s, v => v.Generator);
        double operations = visits.Where(v => v.Sut is not null).Sum(v => v.Total.AllOperations);
        var length = sut.Sum(r => r.Length_s);
        var summary = new ResourceSummary
        {
            SutCpuPerOperation_us = Ratio(1e6 * sutCpu.Cpu_s, sutCpu.Operations),
            GeneratorCpuPerOperation_us = Ratio(1e6 * generatorCpu.Cpu_s, generatorCpu.Operations),
            SutUtilisation = Ratio(sutCpu.Cpu_s, sutCpu.Length_s * Cpus(sut)),
            GeneratorUtilisation = Ratio(generatorCpu.Cpu_s, generatorCpu.Length_s * Cpus(generator)),
            SutSystemShare = Ratio(sut.Sum(r => r.SystemCpu_s), sut.Sum(r => r.SystemCpu_s + r.UserCpu_s)),
            SutCpus = Cpus(sut),
            BusiestThreadShare = sut.Count > 0 ? sut.Max(r => r.BusiestThreadShare) : double.NaN,
            SutThreads = sut.Count > 0 ? sut.Max(r => r.Threads) : 0,
            SutRss_bytes = sut.Count > 0 ? sut.Max(r => r.Rss_bytes) : 0,
            SutDescriptors = sut.Count > 0 ? sut.Max(r => r.Descriptors) : 0,
            VoluntarySwitchesPerOperation = Ratio(sut.Sum(r => r.VoluntarySwitches), operations),
            InvoluntarySwitchesPerOperation = Ratio(sut.Sum(r => r.InvoluntarySwitches), operations),
            FlushesPerOperation = Ratio(Known(sut, r => r.Flushes), operations),
            FlushTimeShare = Ratio(sut.Sum(r => r.FlushTime_s), length),
            GcPauseShare = Ratio(sut.Sum(r => r.GcPause_s), length),
            CompileShare = Ratio(sut.Sum(r => r.CompileTime_s), length),
            LockContentionsPerOperation = Ratio(Known(sut, r => r.LockContentions), operations),
        };
        return WithCounters(summary, sut, operations, length);
    }

    private static ResourceSummary WithCounters(
        ResourceSummary summary, List<ResourceRow> sut, double operations, double length_s)
    {
        var wait_s = sut.Sum(r => r.RunQueueWait_s);
        var cpu_s = sut.Sum(r => r.UserCpu_s + r.SystemCpu_s);
        var major = Known(sut, r => r.MajorFaults);
        var retransmits = Known(sut, r => r.Retransmits);
        return summary with
        {
            ThreadsWaiting = Ratio(wait_s, length_s),
            CpuWaitShare = Ratio(wait_s, wait_s + cpu_s),
            PageFaultsPerOperation = Ratio(Known(sut, r => r.MinorFaults) + major, operations),
            MajorFaults_per_s = Ratio(major, length_s),
            ReadPerOperation_bytes = Ratio(Known(sut, r => r.Read_bytes), operations),
            WrittenPerOperation_bytes = Ratio(Known(sut, r => r.Written_bytes), operations),
            AllocatedPerOperation_bytes = Ratio(Known(sut, r => r.Allocated_bytes), operations),
            PoolQueue = Highest(sut, r => r.PoolQueue),
            PoolThreads = Highest(sut, r => r.PoolThreads),
            Retransmits = retransmits,
            RetransmitsPerOperation = Ratio(retransmits, operations),
            ListenOverflows = Known(sut, r => r.ListenOverflows),
            ListenDrops = Known(sut, r => r.ListenDrops),
            Workers = WorkerSpread.Of(sut),
        };
    }

    private static (double Cpu_s, double Operations, double Length_s) Cpu(
        IReadOnlyList<LevelVisit> visits, Func<WindowRow, double> ofWindow, Func<LevelVisit, ResourceRow?> ofVisit)
    {
        var kept = visits.SelectMany(v => v.KeptWindows).ToList();
        if (kept.Count > 0 && kept.All(w => !double.IsNaN(ofWindow(w))))
            return (kept.Sum(ofWindow), kept.Sum(w => w.Operations + w.Errors), kept.Sum(w => w.Length_s));
        var known = visits.Where(v => ofVisit(v) is not null).ToList();
        return (
            known.Sum(v => ofVisit(v)!.UserCpu_s + ofVisit(v)!.SystemCpu_s),
            known.Sum(v => v.Total.AllOperations),
            known.Sum(v => ofVisit(v)!.Length_s));
    }

    private static int Cpus(List<ResourceRow> rows) => rows.Count > 0 ? rows.Max(r => r.Cpus) : 0;

    /// <summary>The sum of a counter, NaN when one is unknown (negative), or there is none.</summary>
    private static double Known(List<ResourceRow> rows, Func<ResourceRow, long> counter) =>
        rows.Count == 0 || rows.Any(r => counter(r) < 0) ? double.NaN : rows.Sum(counter);

    /// <summary>The highest of a reading; NaN when none is known.</summary>
    private static double Highest(List<ResourceRow> rows, Func<ResourceRow, long> reading) =>
        rows.Select(reading).Where(value => value >= 0).Select(value => (double)value).DefaultIfEmpty(double.NaN).Max();

    private static double Ratio(double part, double whole) => whole > 0 ? part / whole : double.NaN;
}
