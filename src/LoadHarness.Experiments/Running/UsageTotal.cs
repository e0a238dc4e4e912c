using LoadHarness.Experiments.Suts;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Adds up what a process used in the engine runs of one level, leaving out what lies between them (preparation).
/// </summary>
internal sealed class UsageTotal
{
    private readonly Dictionary<int, long> _threadCpu_ns = [];

    // Threads that have ended take their switches with them: a count may go back, and then it is not known.
    private readonly CounterTotal _voluntary = new(s => s.VoluntarySwitches);
    private readonly CounterTotal _involuntary = new(s => s.InvoluntarySwitches);
    private readonly CounterTotal _flushes = new(s => s.Flushes);
    private readonly CounterTotal _flushTime = new(s => s.FlushTime_ns);
    private readonly CounterTotal _gcPause = new(s => s.GcPause_ns);
    private readonly CounterTotal _contentions = new(s => s.LockContentions);
    private readonly CounterTotal _operations = new(s => s.Operations);
    private readonly CounterTotal _minorFaults = new(s => s.MinorFaults);
    private readonly CounterTotal _majorFaults = new(s => s.MajorFaults);
    private readonly CounterTotal _read = new(s => s.Read_bytes);
    private readonly CounterTotal _written = new(s => s.Written_bytes);
    private readonly CounterTotal _allocated = new(s => s.Allocated_bytes);
    private readonly CounterTotal _retransmits = new(s => s.Network.Retransmits);
    private readonly CounterTotal _overflows = new(s => s.Network.ListenOverflows);
    private readonly CounterTotal _drops = new(s => s.Network.ListenDrops);
    private readonly CounterTotal _timeouts = new(s => s.Network.Timeouts);
    private readonly CounterTotal _compiling = new(s => s.CompileTime_ns);
    private readonly WorkerTotals _workers = new();
    private UsageSample _last = new();
    private long _length_ns;
    private long _user_ns;
    private long _system_ns;
    private long _wait_ns;
    private long _poolQueue = -1;

    /// <summary>Operations the process counted itself; −1 when it does not tell.</summary>
    public long Operations => _operations.Value;

    private CounterTotal[] Counters =>
    [
        _voluntary, _involuntary, _flushes, _flushTime, _gcPause, _contentions, _operations, _minorFaults, _majorFaults,
        _read, _written, _allocated, _retransmits, _overflows, _drops, _timeouts, _compiling,
    ];

    /// <summary>Adds one engine run.</summary>
    public void Add(UsageSample before, UsageSample after)
    {
        _last = after;
        _length_ns += after.Time_ns - before.Time_ns;
        AddCpu(before, after);
        foreach (var counter in Counters) counter.Add(before, after);
        _workers.Add(before, after);
        _poolQueue = Math.Max(_poolQueue, after.PoolQueue);
        _wait_ns = after.ThreadWait_ns.Count == 0 || _wait_ns < 0
            ? -1
            : _wait_ns + after.ThreadWait_ns.Sum(thread => Grown(before.ThreadWait_ns, thread));
        foreach (var thread in after.ThreadCpu_ns)
        {
            _threadCpu_ns[thread.Key] =
                _threadCpu_ns.GetValueOrDefault(thread.Key) + Grown(before.ThreadCpu_ns, thread);
        }
    }

    /// <summary>A thread that was not there before, or has the number of one that was, counts whole.</summary>
    private static long Grown(IReadOnlyDictionary<int, long> before, KeyValuePair<int, long> thread)
    {
        var from = before.GetValueOrDefault(thread.Key);
        return thread.Value >= from ? thread.Value - from : thread.Value;
    }

    /// <summary>
    /// The sum of both parts is exact and the system part goes in ticks, so the user part, the rest, may seem to go
    /// back by a tick: of each span, system gets no more than there is.
    /// </summary>
    private void AddCpu(UsageSample before, UsageSample after)
    {
        var all_ns = after.UserCpu_ns + after.SystemCpu_ns - before.UserCpu_ns - before.SystemCpu_ns;
        var isKnown = all_ns >= 0 && before.UserCpu_ns >= 0 && after.UserCpu_ns >= 0 && _user_ns >= 0;
        var system_ns = isKnown ? Math.Clamp(after.SystemCpu_ns - before.SystemCpu_ns, 0, all_ns) : 0;
        (_user_ns, _system_ns) = isKnown ? (_user_ns + all_ns - system_ns, _system_ns + system_ns) : (-1, -1);
    }

    /// <summary>The row for resources.csv.</summary>
    public ResourceRow ToRow(RunKey key, string process, int cpus) => new()
    {
        Key = key,
        Process = process,
        Cpus = cpus,
        Length_s = _length_ns / 1e9,
        UserCpu_s = Seconds(_user_ns),
        SystemCpu_s = Seconds(_system_ns),
        BusiestThreadShare = _threadCpu_ns.Count == 0 || _length_ns == 0
            ? double.NaN : Math.Clamp((double)_threadCpu_ns.Values.Max() / _length_ns, 0, 1),
        Threads = _last.Threads,
        Rss_bytes = _last.Rss_bytes,
        Descriptors = _last.Descriptors,
        VoluntarySwitches = _voluntary.Value,
        InvoluntarySwitches = _involuntary.Value,
        Flushes = _flushes.Value,
        FlushTime_s = _flushTime.Value_s,
        GcPause_s = _gcPause.Value_s,
        LockContentions = _contentions.Value,
        RunQueueWait_s = Seconds(_wait_ns),
        MinorFaults = _minorFaults.Value,
        MajorFaults = _majorFaults.Value,
        Read_bytes = _read.Value,
        Written_bytes = _written.Value,
        Retransmits = _retransmits.Value,
        ListenOverflows = _overflows.Value,
        ListenDrops = _drops.Value,
        TcpTimeouts = _timeouts.Value,
        Allocated_bytes = _allocated.Value,
        PoolQueue = _poolQueue,
        PoolThreads = _last.PoolThreads,
        CompileTime_s = _compiling.Value_s,
        WorkerConnections = _workers.Connections,
        WorkerOperations = _workers.Operations,
    };

    private static double Seconds(long value_ns) => value_ns < 0 ? double.NaN : value_ns / 1e9;
}
