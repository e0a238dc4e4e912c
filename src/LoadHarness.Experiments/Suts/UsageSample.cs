using LoadHarness.Platform.Proc;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Experiments.Suts;

/// <summary>What a process has used since its start. −1 means unknown.</summary>
public sealed record UsageSample
{
    /// <summary>When it was read, monotonic ns.</summary>
    public long Time_ns { get; init; }

    /// <summary>User CPU time, ns.</summary>
    public long UserCpu_ns { get; init; } = -1;

    /// <summary>System CPU time, ns.</summary>
    public long SystemCpu_ns { get; init; } = -1;

    /// <summary>CPU time by thread id, ns; empty when unknown.</summary>
    public IReadOnlyDictionary<int, long> ThreadCpu_ns { get; init; } = new Dictionary<int, long>();

    /// <summary>Threads now.</summary>
    public int Threads { get; init; } = -1;

    /// <summary>Resident memory now, bytes.</summary>
    public long Rss_bytes { get; init; } = -1;

    /// <summary>Open descriptors now.</summary>
    public int Descriptors { get; init; } = -1;

    /// <summary>
    /// Voluntary context switches: of all threads there ever were if the process tells, else of those that live now.
    /// </summary>
    public long VoluntarySwitches { get; init; } = -1;

    /// <summary>Involuntary context switches, like the voluntary ones.</summary>
    public long InvoluntarySwitches { get; init; } = -1;

    /// <summary>Operations completed, as the process itself counts them.</summary>
    public long Operations { get; init; } = -1;

    /// <summary>Log flushes.</summary>
    public long Flushes { get; init; } = -1;

    /// <summary>Time in log flushes, ns.</summary>
    public long FlushTime_ns { get; init; } = -1;

    /// <summary>Garbage collection pauses, ns.</summary>
    public long GcPause_ns { get; init; } = -1;

    /// <summary>Contended .NET monitor locks.</summary>
    public long LockContentions { get; init; } = -1;

    /// <summary>Time that each thread was ready and waited for a CPU, ns, by thread id; empty when unknown.</summary>
    public IReadOnlyDictionary<int, long> ThreadWait_ns { get; init; } = new Dictionary<int, long>();

    /// <summary>Page faults without input or output.</summary>
    public long MinorFaults { get; init; } = -1;

    /// <summary>Page faults that had to wait for a disk.</summary>
    public long MajorFaults { get; init; } = -1;

    /// <summary>Bytes that storage had to give.</summary>
    public long Read_bytes { get; init; } = -1;

    /// <summary>Bytes that were to go to storage.</summary>
    public long Written_bytes { get; init; } = -1;

    /// <summary>What TCP counts where the process is, of all sockets there.</summary>
    public NetworkSample Network { get; init; } = NetworkSample.Unknown;

    /// <summary>TCP sockets that are closed and still held now, of all programs.</summary>
    public int ClosedSockets { get; init; } = -1;

    /// <summary>Bytes allocated on the managed heap.</summary>
    public long Allocated_bytes { get; init; } = -1;

    /// <summary>Work that waits for a thread of the .NET thread pool now.</summary>
    public long PoolQueue { get; init; } = -1;

    /// <summary>Threads of the .NET thread pool now.</summary>
    public int PoolThreads { get; init; } = -1;

    /// <summary>Methods compiled just in time.</summary>
    public long CompiledMethods { get; init; } = -1;

    /// <summary>Time their compilation took, ns.</summary>
    public long CompileTime_ns { get; init; } = -1;

    /// <summary>Connections that are open now, as the process itself counts them.</summary>
    public int OpenConnections { get; init; } = -1;

    /// <summary>The processes that serve, where a server is several; else empty.</summary>
    public IReadOnlyList<WorkerCounts> Workers { get; init; } = [];

    /// <summary>Puts together what the system knows of a process and what it tells itself, if it does.</summary>
    public static UsageSample Of(ProcessSample process, ControlSample? told)
    {
        var (user_ns, system_ns) = Exact(process);
        return new UsageSample
        {
            Time_ns = process.Time_ns,
            UserCpu_ns = user_ns,
            SystemCpu_ns = system_ns,
            ThreadCpu_ns = process.ThreadCpu_ns,
            Threads = process.Threads,
            Rss_bytes = process.Rss_bytes,
            Descriptors = process.Descriptors,
            VoluntarySwitches =
                told is { VoluntarySwitches: >= 0 } ? told.VoluntarySwitches : process.VoluntarySwitches,
            InvoluntarySwitches =
                told is { InvoluntarySwitches: >= 0 } ? told.InvoluntarySwitches : process.InvoluntarySwitches,
            Operations = told?.Operations ?? -1,
            Flushes = told?.Flushes ?? -1,
            FlushTime_ns = told?.FlushTime_ns ?? -1,
            GcPause_ns = told?.GcPause_ns ?? -1,
            LockContentions = told?.LockContentions ?? -1,
            ThreadWait_ns = process.ThreadWait_ns,
            MinorFaults = process.MinorFaults,
            MajorFaults = process.MajorFaults,
            Read_bytes = process.Read_bytes,
            Written_bytes = process.Written_bytes,
            OpenConnections = told?.Open ?? -1,
            Allocated_bytes = told?.Allocated_bytes ?? -1,
            PoolQueue = told?.PoolQueue ?? -1,
            PoolThreads = told?.PoolThreads ?? -1,
            CompiledMethods = told?.CompiledMethods ?? -1,
            CompileTime_ns = told?.CompileTime_ns ?? -1,
            Workers = told?.Workers ?? [],
        };
    }

    /// <summary>
    /// The sum is known to the nanosecond, its parts only in ticks: the system part keeps its ticks, user gets the
    /// rest.
    /// </summary>
    private static (long User_ns, long System_ns) Exact(ProcessSample process)
    {
        if (process.Cpu_ns < 0 || process.SystemCpu_ns < 0) return (process.UserCpu_ns, process.SystemCpu_ns);
        var system_ns = Math.Min(process.SystemCpu_ns, process.Cpu_ns);
        return (process.Cpu_ns - system_ns, system_ns);
    }
}
