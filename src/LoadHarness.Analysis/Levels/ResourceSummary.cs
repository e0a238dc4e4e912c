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

    /// <summary>Lock contentions per operation.</summary>
    public double LockContentionsPerOperation { get; init; } = double.NaN;
}
