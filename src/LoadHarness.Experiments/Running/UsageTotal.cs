using LoadHarness.Experiments.Suts;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Adds up what a process used in the engine runs of one level, leaving out what lies between them (preparation).
/// </summary>
internal sealed class UsageTotal
{
    private readonly Dictionary<int, long> _threadCpu_ns = [];
    private UsageSample _last = new();
    private long _length_ns;
    private long _user_ns;
    private long _system_ns;
    private long _voluntary;
    private long _involuntary;
    private long _flushes;
    private long _flushTime_ns;
    private long _gcPause_ns;
    private long _contentions;

    /// <summary>Operations the process counted itself; −1 when it does not tell.</summary>
    public long Operations { get; private set; }

    /// <summary>Adds one engine run.</summary>
    public void Add(UsageSample before, UsageSample after)
    {
        _last = after;
        _length_ns += after.Time_ns - before.Time_ns;
        AddCpu(before, after);
        // Threads that have ended take their switches with them: a count may go back, and then it is not known.
        _voluntary = Sum(_voluntary, before.VoluntarySwitches, after.VoluntarySwitches);
        _involuntary = Sum(_involuntary, before.InvoluntarySwitches, after.InvoluntarySwitches);
        _flushes = Sum(_flushes, before.Flushes, after.Flushes);
        _flushTime_ns = Sum(_flushTime_ns, before.FlushTime_ns, after.FlushTime_ns);
        _gcPause_ns = Sum(_gcPause_ns, before.GcPause_ns, after.GcPause_ns);
        _contentions = Sum(_contentions, before.LockContentions, after.LockContentions);
        Operations = Sum(Operations, before.Operations, after.Operations);
        foreach (var (thread, cpu_ns) in after.ThreadCpu_ns)
        {
            var used_ns = cpu_ns - before.ThreadCpu_ns.GetValueOrDefault(thread);
            _threadCpu_ns[thread] = _threadCpu_ns.GetValueOrDefault(thread) + used_ns;
        }
    }

    /// <summary>
    /// The sum of both parts is exact and the system part goes in ticks, so the user part, the rest, may seem to go
    /// back by a tick: of each span, system gets no more than there is.
    /// </summary>
    private void AddCpu(UsageSample before, UsageSample after)
    {
        var all_ns = Sum(0, before.UserCpu_ns + before.SystemCpu_ns, after.UserCpu_ns + after.SystemCpu_ns);
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
        VoluntarySwitches = _voluntary,
        InvoluntarySwitches = _involuntary,
        Flushes = _flushes,
        FlushTime_s = Seconds(_flushTime_ns),
        GcPause_s = Seconds(_gcPause_ns),
        LockContentions = _contentions,
    };

    private static long Sum(long total, long before, long after) =>
        total < 0 || before < 0 || after < before ? -1 : total + after - before;

    private static double Seconds(long value_ns) => value_ns < 0 ? double.NaN : value_ns / 1e9;
}
