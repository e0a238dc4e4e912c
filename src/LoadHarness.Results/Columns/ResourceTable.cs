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
            .. OfSystem(),
            .. OfNetwork(),
            .. OfRuntime(),
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

    /// <summary>From here on later than the first runs, which stay readable without them.</summary>
    private static Column<ResourceRow>[] OfSystem() =>
    [
        M.Number("run_queue_wait_s", "s", "Time that threads there at the end were ready and waited for a CPU",
            Combine.Sum, "0.000",
            r => r.RunQueueWait_s, (r, v) => r with { RunQueueWait_s = v }) with { IsOptional = true },
        M.Count("minor_faults", "", "Page faults without input or output", Combine.Sum,
            r => r.MinorFaults, (r, v) => r with { MinorFaults = v }),
        M.Count("major_faults", "", "Page faults that waited for a disk", Combine.Sum,
            r => r.MajorFaults, (r, v) => r with { MajorFaults = v }),
        M.Count("read_bytes", "bytes", "Bytes that storage had to give", Combine.Sum,
            r => r.Read_bytes, (r, v) => r with { Read_bytes = v }),
        M.Count("written_bytes", "bytes", "Bytes that were to go to storage", Combine.Sum,
            r => r.Written_bytes, (r, v) => r with { Written_bytes = v }),
    ];

    private static Column<ResourceRow>[] OfNetwork() =>
    [
        M.Count("retransmits", "", "TCP segments sent again, by anybody on the machine", Combine.Sum,
            r => r.Retransmits, (r, v) => r with { Retransmits = v }),
        M.Count("listen_overflows", "", "Connections dropped at a full queue, of anybody on the machine", Combine.Sum,
            r => r.ListenOverflows, (r, v) => r with { ListenOverflows = v }),
        M.Count("listen_drops", "", "Requests for connections dropped, overflows included, of anybody on the machine",
            Combine.Sum, r => r.ListenDrops, (r, v) => r with { ListenDrops = v }),
        M.Count("tcp_timeouts", "", "Acknowledgements waited for in vain, by anybody on the machine", Combine.Sum,
            r => r.TcpTimeouts, (r, v) => r with { TcpTimeouts = v }),
    ];

    private static Column<ResourceRow>[] OfRuntime() =>
    [
        M.Count("allocated_bytes", "bytes", "Bytes allocated on the managed heap", Combine.Sum,
            r => r.Allocated_bytes, (r, v) => r with { Allocated_bytes = v }),
        M.Count("pool_queue", "", "Work that waited for a thread of the .NET pool as the level was about to end",
            Combine.Maximum, r => r.PoolQueue, (r, v) => r with { PoolQueue = v }),
        M.Count("pool_threads", "", "Threads of the .NET pool then", Combine.Maximum,
            r => r.PoolThreads, (r, v) => r with { PoolThreads = (int)Math.Min(int.MaxValue, v) }),
        M.Text("worker_connections", "Connections that each of several serving processes accepted", Combine.Latest,
            r => r.WorkerConnections, (r, v) => r with { WorkerConnections = v }) with { IsOptional = true },
        M.Text("worker_operations", "Operations that each of several serving processes completed", Combine.Latest,
            r => r.WorkerOperations, (r, v) => r with { WorkerOperations = v }) with { IsOptional = true },
        M.Number("compile_time_s", "s", "Time in which code was compiled just in time", Combine.Sum, "0.000",
            r => r.CompileTime_s, (r, v) => r with { CompileTime_s = v }) with { IsOptional = true },
    ];
}
