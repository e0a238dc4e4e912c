namespace LoadHarness.Results;

/// <summary>What one process used during one level: a row of resources.csv.</summary>
public sealed record ResourceRow
{
    /// <summary>Which level.</summary>
    public required RunKey Key { get; init; }

    /// <summary><c>sut</c> or <c>generator</c>.</summary>
    public required string Process { get; init; }

    /// <summary>Time covered, s.</summary>
    public double Length_s { get; init; }

    /// <summary>User CPU, s.</summary>
    public double UserCpu_s { get; init; }

    /// <summary>System CPU, s.</summary>
    public double SystemCpu_s { get; init; }

    /// <summary>CPUs the process may use.</summary>
    public int Cpus { get; init; }

    /// <summary>Highest CPU share of a single thread, 0 … 1; NaN when unknown.</summary>
    public double BusiestThreadShare { get; init; }

    /// <summary>
    /// CPU share of each of the generator's threads, 0 … 1 with two decimals, spaces between; empty when unknown.
    /// </summary>
    public string ThreadShares { get; init; } = "";

    /// <summary>Threads at the end.</summary>
    public int Threads { get; init; }

    /// <summary>Resident memory at the end, bytes.</summary>
    public long Rss_bytes { get; init; }

    /// <summary>Open descriptors at the end.</summary>
    public int Descriptors { get; init; }

    /// <summary>Voluntary context switches.</summary>
    public long VoluntarySwitches { get; init; }

    /// <summary>Involuntary context switches.</summary>
    public long InvoluntarySwitches { get; init; }

    /// <summary>Log flushes (from the control channel); −1 when unknown.</summary>
    public long Flushes { get; init; } = -1;

    /// <summary>Time spent in log flushes, s; NaN when unknown.</summary>
    public double FlushTime_s { get; init; } = double.NaN;

    /// <summary>GC pauses, s; NaN when unknown.</summary>
    public double GcPause_s { get; init; } = double.NaN;

    /// <summary>Lock contentions (.NET monitor); −1 when unknown.</summary>
    public long LockContentions { get; init; } = -1;

    /// <summary>
    /// Time its threads were ready to run and waited for a CPU, of the threads there at the end, s; NaN when unknown.
    /// </summary>
    public double RunQueueWait_s { get; init; } = double.NaN;

    /// <summary>Page faults without input or output; −1 when unknown, as all that follows.</summary>
    public long MinorFaults { get; init; } = -1;

    /// <summary>Page faults that had to wait for a disk.</summary>
    public long MajorFaults { get; init; } = -1;

    /// <summary>Bytes that storage had to give.</summary>
    public long Read_bytes { get; init; } = -1;

    /// <summary>Bytes that were to go to storage.</summary>
    public long Written_bytes { get; init; } = -1;

    /// <summary>TCP segments sent again, by all sockets of the machine's network, not only the process's.</summary>
    public long Retransmits { get; init; } = -1;

    /// <summary>Connections dropped since a queue of those to be accepted was full; of the whole machine.</summary>
    public long ListenOverflows { get; init; } = -1;

    /// <summary>Requests for connections dropped for any reason, overflows included; of the whole machine.</summary>
    public long ListenDrops { get; init; } = -1;

    /// <summary>Times a socket waited for an acknowledgement in vain; of the whole machine.</summary>
    public long TcpTimeouts { get; init; } = -1;

    /// <summary>Bytes allocated on the managed heap.</summary>
    public long Allocated_bytes { get; init; } = -1;

    /// <summary>Work that waited for a thread of the .NET thread pool when the level was about to end.</summary>
    public long PoolQueue { get; init; } = -1;

    /// <summary>Threads of the .NET thread pool then.</summary>
    public int PoolThreads { get; init; } = -1;

    /// <summary>
    /// Connections that each of several serving processes accepted, spaces between; empty for a single process.
    /// </summary>
    public string WorkerConnections { get; init; } = "";

    /// <summary>Operations that each of them completed, spaces between.</summary>
    public string WorkerOperations { get; init; } = "";

    /// <summary>Time that a .NET process compiled code just in time, s; NaN when unknown.</summary>
    public double CompileTime_s { get; init; } = double.NaN;
}
