using M = LoadHarness.Results.Columns.ColumnMaker<LoadHarness.Results.ResourceRow>;

namespace LoadHarness.Results.Columns;

/// <summary>The columns of resources.csv.</summary>
internal static class ResourceTable
{
    public static Table<ResourceRow> Create() => new(
        "resources.csv",
        new ResourceRow { Key = default, Process = "" },
        [
            .. M.Key(r => r.Key, (r, key) => r with { Key = key }),
            M.Text("process", "sut or generator", Combine.Key,
                r => r.Process, (r, v) => r with { Process = v }),
            M.Number("length_s", "s", "Time covered", Combine.Sum, "0.00",
                r => r.Length_s, (r, v) => r with { Length_s = v }),
            M.Number("user_cpu_s", "s", "User CPU time", Combine.Sum, "0.00",
                r => r.UserCpu_s, (r, v) => r with { UserCpu_s = v }),
            M.Number("system_cpu_s", "s", "System CPU time", Combine.Sum, "0.00",
                r => r.SystemCpu_s, (r, v) => r with { SystemCpu_s = v }),
            M.Small("cpus", "", "CPUs the process may use", Combine.Latest,
                r => r.Cpus, (r, v) => r with { Cpus = v }),
            M.Number("busiest_thread_share", "", "Highest CPU share of a single thread", Combine.Maximum, "0.00",
                r => r.BusiestThreadShare, (r, v) => r with { BusiestThreadShare = v }),
            M.Small("threads", "", "Threads at the end", Combine.Maximum,
                r => r.Threads, (r, v) => r with { Threads = v }),
            M.Whole("rss_bytes", "bytes", "Resident memory at the end", Combine.Maximum,
                r => r.Rss_bytes, (r, v) => r with { Rss_bytes = v }),
            M.Small("descriptors", "", "Open descriptors at the end", Combine.Maximum,
                r => r.Descriptors, (r, v) => r with { Descriptors = v }),
            .. Counters(),
        ]);

    private static Column<ResourceRow>[] Counters() =>
    [
        M.Whole("voluntary_switches", "", "Context switches because a thread waited", Combine.Sum,
            r => r.VoluntarySwitches, (r, v) => r with { VoluntarySwitches = v }),
        M.Whole("involuntary_switches", "", "Context switches because a thread was pushed off its CPU", Combine.Sum,
            r => r.InvoluntarySwitches, (r, v) => r with { InvoluntarySwitches = v }),
        M.Whole("flushes", "", "Flushes of the log", Combine.Sum,
            r => r.Flushes, (r, v) => r with { Flushes = v }),
        M.Number("flush_time_s", "s", "Time spent in flushes of the log", Combine.Sum, "0.00",
            r => r.FlushTime_s, (r, v) => r with { FlushTime_s = v }),
        M.Number("gc_pause_s", "s", "Pauses for garbage collection", Combine.Sum, "0.000",
            r => r.GcPause_s, (r, v) => r with { GcPause_s = v }),
        M.Whole("lock_contentions", "", "Locks that had to be waited for", Combine.Sum,
            r => r.LockContentions, (r, v) => r with { LockContentions = v }),
        M.Text("thread_shares", "CPU share of each thread that carried the load, of the generator only", Combine.Latest,
            r => r.ThreadShares, (r, v) => r with { ThreadShares = v }) with { IsOptional = true },
    ];
}
