namespace LoadHarness.Platform.Processes;

/// <summary>What a server of ours tells about itself at one moment. All counts run since the server's start.</summary>
public sealed record ControlSample
{
    /// <summary>When it was taken, monotonic ns.</summary>
    public long Time_ns { get; init; }

    /// <summary>Operations completed, as the service counts them.</summary>
    public long Operations { get; init; }

    /// <summary>Log flushes; −1 when the service keeps no log.</summary>
    public long Flushes { get; init; } = -1;

    /// <summary>Time spent in log flushes, ns; −1 when the service keeps no log.</summary>
    public long FlushTime_ns { get; init; } = -1;

    /// <summary>Pauses of the garbage collector, ns.</summary>
    public long GcPause_ns { get; init; }

    /// <summary>Garbage collections of all generations.</summary>
    public long GcCount { get; init; }

    /// <summary>Contended .NET monitor locks.</summary>
    public long LockContentions { get; init; }

    /// <summary>
    /// Voluntary context switches of all threads, ended ones included; −1 when the system does not tell.
    /// </summary>
    public long VoluntarySwitches { get; init; } = -1;

    /// <summary>
    /// Involuntary context switches of all threads, ended ones included; −1 when the system does not tell.
    /// </summary>
    public long InvoluntarySwitches { get; init; } = -1;

    /// <summary>Connections accepted; −1 when unknown.</summary>
    public long Accepted { get; init; } = -1;

    /// <summary>Connections open now; −1 when unknown.</summary>
    public int Open { get; init; } = -1;

    /// <summary>Bytes allocated on the managed heap; −1 when unknown.</summary>
    public long Allocated_bytes { get; init; } = -1;

    /// <summary>Work that waits for a thread of the .NET thread pool now; −1 when unknown.</summary>
    public long PoolQueue { get; init; } = -1;

    /// <summary>Threads of the .NET thread pool now; −1 when unknown.</summary>
    public int PoolThreads { get; init; } = -1;

    /// <summary>Methods compiled just in time, each as often as it was compiled; −1 when unknown.</summary>
    public long CompiledMethods { get; init; } = -1;

    /// <summary>Time that their compilation took, ns; −1 when unknown.</summary>
    public long CompileTime_ns { get; init; } = -1;

    /// <summary>The processes that serve, where a server is several; else null.</summary>
    public IReadOnlyList<WorkerCounts>? Workers { get; init; }

    /// <summary>This and another process taken as one: counts add up, what is unknown of both stays so.</summary>
    public ControlSample Plus(ControlSample other) => this with
    {
        Operations = Operations + other.Operations,
        Flushes = Sum(Flushes, other.Flushes),
        FlushTime_ns = Sum(FlushTime_ns, other.FlushTime_ns),
        GcPause_ns = GcPause_ns + other.GcPause_ns,
        GcCount = GcCount + other.GcCount,
        LockContentions = LockContentions + other.LockContentions,
        VoluntarySwitches = Sum(VoluntarySwitches, other.VoluntarySwitches),
        InvoluntarySwitches = Sum(InvoluntarySwitches, other.InvoluntarySwitches),
        Accepted = Sum(Accepted, other.Accepted),
        Open = (int)Sum(Open, other.Open),
        Allocated_bytes = Sum(Allocated_bytes, other.Allocated_bytes),
        PoolQueue = Sum(PoolQueue, other.PoolQueue),
        PoolThreads = (int)Sum(PoolThreads, other.PoolThreads),
        CompiledMethods = Sum(CompiledMethods, other.CompiledMethods),
        CompileTime_ns = Sum(CompileTime_ns, other.CompileTime_ns),
    };

    private static long Sum(long one, long other) =>
        one < 0 && other < 0 ? -1 : Math.Max(one, 0) + Math.Max(other, 0);
}
