namespace LoadHarness.Workloads.Calibration;

/// <summary>
/// Time as work feels it: it stands still in stalls. The first stall begins one period after the origin, the others
/// follow a period apart.
/// </summary>
/// <param name="origin_ns">Where the periods count from, monotonic ns.</param>
/// <param name="every_ns">Period, ns.</param>
/// <param name="stall_ns">Length of a stall, ns, below the period; 0 = none.</param>
internal readonly struct StallClock(long origin_ns, long every_ns, long stall_ns)
{
    /// <summary>When work is done that begins, or goes on, at a moment.</summary>
    /// <param name="from_ns">The moment, not before the origin, monotonic ns.</param>
    /// <param name="work_ns">Its length, ns, ≥ 1.</param>
    public long After_ns(long from_ns, long work_ns)
    {
        if (stall_ns == 0) return from_ns + work_ns;
        while (true)
        {
            var period = (from_ns - origin_ns) / every_ns;
            var begin_ns = origin_ns + period * every_ns;
            if (period > 0) from_ns = Math.Max(from_ns, begin_ns + stall_ns);
            var left_ns = begin_ns + every_ns - from_ns;
            if (work_ns <= left_ns) return from_ns + work_ns;
            (from_ns, work_ns) = (begin_ns + every_ns, work_ns - left_ns);
        }
    }
}
