namespace LoadHarness.Platform.Proc;

/// <summary>What a process has used up to one moment. −1 (or an empty table) means unknown.</summary>
public sealed record ProcessSample
{
    /// <summary>When it was taken, monotonic ns.</summary>
    public required long Time_ns { get; init; }

    /// <summary>CPU time, user and system, ns.</summary>
    public long Cpu_ns { get; init; } = -1;

    /// <summary>User CPU, ns, in steps of the clock tick.</summary>
    public long UserCpu_ns { get; init; } = -1;

    /// <summary>System CPU, ns, in steps of the clock tick.</summary>
    public long SystemCpu_ns { get; init; } = -1;

    /// <summary>Threads.</summary>
    public int Threads { get; init; } = -1;

    /// <summary>Resident memory, bytes.</summary>
    public long Rss_bytes { get; init; } = -1;

    /// <summary>Open descriptors.</summary>
    public int Descriptors { get; init; } = -1;

    /// <summary>CPU time of each thread there is, ns, by thread number.</summary>
    public IReadOnlyDictionary<int, long> ThreadCpu_ns { get; init; } = new Dictionary<int, long>();

    /// <summary>Voluntary context switches of the threads there are.</summary>
    public long VoluntarySwitches { get; init; } = -1;

    /// <summary>Involuntary context switches of the threads there are.</summary>
    public long InvoluntarySwitches { get; init; } = -1;
}
