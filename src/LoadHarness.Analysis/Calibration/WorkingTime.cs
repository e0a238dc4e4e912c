namespace LoadHarness.Analysis.Calibration;

/// <summary>
/// The clock of the work: it counts the time outside stalls. On it a queue with stalls is one without. Stalls begin one
/// period after the origin and then every period.
/// </summary>
/// <param name="origin_ns">Where the periods count from, ns.</param>
/// <param name="every_ns">Period, ns.</param>
/// <param name="stall_ns">Length of a stall, ns, below the period; 0 = none.</param>
internal readonly struct WorkingTime(long origin_ns, long every_ns, long stall_ns)
{
    /// <summary>Time worked until a moment, ns.</summary>
    /// <param name="moment_ns">Not before the origin, ns.</param>
    public long Until_ns(long moment_ns)
    {
        var since_ns = moment_ns - origin_ns;
        if (stall_ns == 0 || since_ns < every_ns) return since_ns;
        var (period, inside_ns) = Math.DivRem(since_ns, every_ns);
        return every_ns + (period - 1) * (every_ns - stall_ns) + Math.Max(0, inside_ns - stall_ns);
    }

    /// <summary>The first moment at which so much has been worked, ns.</summary>
    /// <param name="worked_ns">Ns, ≥ 0.</param>
    public long Moment_ns(long worked_ns)
    {
        if (stall_ns == 0 || worked_ns <= every_ns) return origin_ns + worked_ns;
        var (stalls, inside_ns) = Math.DivRem(worked_ns - every_ns - 1, every_ns - stall_ns);
        return origin_ns + (stalls + 1) * every_ns + stall_ns + inside_ns + 1;
    }
}
