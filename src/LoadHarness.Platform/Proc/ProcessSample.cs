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

    /// <summary>
    /// Time that each thread there is was ready to run and waited for a CPU, ns, by thread number.
    /// </summary>
    public IReadOnlyDictionary<int, long> ThreadWait_ns { get; init; } = new Dictionary<int, long>();

    /// <summary>Page faults without input or output.</summary>
    public long MinorFaults { get; init; } = -1;

    /// <summary>Page faults that had to wait for a disk.</summary>
    public long MajorFaults { get; init; } = -1;

    /// <summary>Bytes that storage had to give.</summary>
    public long Read_bytes { get; init; } = -1;

    /// <summary>Bytes that were to go to storage.</summary>
    public long Written_bytes { get; init; } = -1;

    /// <summary>This and another process taken as one: what is unknown of both stays so.</summary>
    public ProcessSample Plus(ProcessSample other) => this with
    {
        Cpu_ns = Sum(Cpu_ns, other.Cpu_ns),
        UserCpu_ns = Sum(UserCpu_ns, other.UserCpu_ns),
        SystemCpu_ns = Sum(SystemCpu_ns, other.SystemCpu_ns),
        Threads = (int)Sum(Threads, other.Threads),
        Rss_bytes = Sum(Rss_bytes, other.Rss_bytes),
        Descriptors = (int)Sum(Descriptors, other.Descriptors),
        ThreadCpu_ns = ThreadCpu_ns.Concat(other.ThreadCpu_ns).DistinctBy(thread => thread.Key).ToDictionary(),
        VoluntarySwitches = Sum(VoluntarySwitches, other.VoluntarySwitches),
        InvoluntarySwitches = Sum(InvoluntarySwitches, other.InvoluntarySwitches),
        ThreadWait_ns = ThreadWait_ns.Concat(other.ThreadWait_ns).DistinctBy(thread => thread.Key).ToDictionary(),
        MinorFaults = Sum(MinorFaults, other.MinorFaults),
        MajorFaults = Sum(MajorFaults, other.MajorFaults),
        Read_bytes = Sum(Read_bytes, other.Read_bytes),
        Written_bytes = Sum(Written_bytes, other.Written_bytes),
    };

    /// <summary>A process that has ended since: what it has used stays, what it held is gone.</summary>
    public ProcessSample AtItsEnd(long time_ns) => this with
    {
        Time_ns = time_ns,
        Threads = 0,
        Rss_bytes = 0,
        Descriptors = 0,
        ThreadCpu_ns = new Dictionary<int, long>(),
        ThreadWait_ns = new Dictionary<int, long>(),
    };

    private static long Sum(long one, long other) =>
        one < 0 && other < 0 ? -1 : Math.Max(one, 0) + Math.Max(other, 0);
}
