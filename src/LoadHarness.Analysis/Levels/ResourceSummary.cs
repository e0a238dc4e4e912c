namespace LoadHarness.Analysis.Levels;

/// <summary>What a level cost. NaN where unknown.</summary>
public sealed record ResourceSummary
{
    /// <summary>Nothing known.</summary>
    public static ResourceSummary Unknown { get; } = new();

    /// <summary>CPU time of the SUT per operation, µs.</summary>
    public double SutCpuPerOperation_us { get; init; } = double.NaN;

    /// <summary>CPU time of the load generator per operation, µs.</summary>
    public double GeneratorCpuPerOperation_us { get; init; } = double.NaN;

    /// <summary>CPU time of the SUT as a share of its CPUs, 0 … 1.</summary>
    public double SutUtilisation { get; init; } = double.NaN;

    /// <summary>CPU time of the generator as a share of its CPUs, 0 … 1.</summary>
    public double GeneratorUtilisation { get; init; } = double.NaN;

    /// <summary>System time as a share of the SUT's CPU time, 0 … 1.</summary>
    public double SutSystemShare { get; init; } = double.NaN;

    /// <summary>CPUs of the SUT; 0 when unknown.</summary>
    public int SutCpus { get; init; }

    /// <summary>CPU share of the SUT's busiest thread, 0 … 1.</summary>
    public double BusiestThreadShare { get; init; } = double.NaN;

    /// <summary>Threads of the SUT at the end (highest visit).</summary>
    public int SutThreads { get; init; }

    /// <summary>Resident memory of the SUT at the end, bytes (highest visit).</summary>
    public long SutRss_bytes { get; init; }

    /// <summary>Open descriptors of the SUT at the end (highest visit).</summary>
    public int SutDescriptors { get; init; }

    /// <summary>Voluntary context switches of the SUT per operation.</summary>
    public double VoluntarySwitchesPerOperation { get; init; } = double.NaN;

    /// <summary>Involuntary context switches of the SUT per operation.</summary>
    public double InvoluntarySwitchesPerOperation { get; init; } = double.NaN;

    /// <summary>Log flushes of the SUT per operation.</summary>
    public double FlushesPerOperation { get; init; } = double.NaN;

    /// <summary>Time in log flushes as a share of the time measured.</summary>
    public double FlushTimeShare { get; init; } = double.NaN;

    /// <summary>GC pauses as a share of the time measured.</summary>
    public double GcPauseShare { get; init; } = double.NaN;

    /// <summary>Time in which code was compiled just in time, as a share of the time measured.</summary>
    public double CompileShare { get; init; } = double.NaN;

    /// <summary>Lock contentions per operation.</summary>
    public double LockContentionsPerOperation { get; init; } = double.NaN;

    /// <summary>Threads of the SUT that were ready to run and waited for a CPU, on average.</summary>
    public double ThreadsWaiting { get; init; } = double.NaN;

    /// <summary>
    /// Time its threads waited for a CPU as a share of the time they wanted one: waiting / (waiting + running).
    /// </summary>
    public double CpuWaitShare { get; init; } = double.NaN;

    /// <summary>Page faults per operation, those that waited for a disk included.</summary>
    public double PageFaultsPerOperation { get; init; } = double.NaN;

    /// <summary>Page faults that waited for a disk, per second.</summary>
    public double MajorFaults_per_s { get; init; } = double.NaN;

    /// <summary>Bytes that storage had to give, per operation.</summary>
    public double ReadPerOperation_bytes { get; init; } = double.NaN;

    /// <summary>Bytes that were to go to storage, per operation.</summary>
    public double WrittenPerOperation_bytes { get; init; } = double.NaN;

    /// <summary>Bytes allocated on the managed heap per operation.</summary>
    public double AllocatedPerOperation_bytes { get; init; } = double.NaN;

    /// <summary>Work that waited for a thread of the .NET pool at the end (highest visit).</summary>
    public double PoolQueue { get; init; } = double.NaN;

    /// <summary>Threads of the .NET pool at the end (highest visit).</summary>
    public double PoolThreads { get; init; } = double.NaN;

    /// <summary>TCP segments sent again, of the whole machine, all visits together.</summary>
    public double Retransmits { get; init; } = double.NaN;

    /// <summary>The same per operation.</summary>
    public double RetransmitsPerOperation { get; init; } = double.NaN;

    /// <summary>Connections dropped at a full queue, of the whole machine, all visits together.</summary>
    public double ListenOverflows { get; init; } = double.NaN;

    /// <summary>Requests for connections dropped for any reason, of the whole machine, all visits together.</summary>
    public double ListenDrops { get; init; } = double.NaN;

    /// <summary>How the processes of a SUT that is several share its connections; null for a single one.</summary>
    public WorkerSpread? Workers { get; init; }
}
