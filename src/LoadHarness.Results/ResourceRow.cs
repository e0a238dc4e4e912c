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
}
