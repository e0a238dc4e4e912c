namespace LoadHarness.Platform.Proc;

/// <summary>What a process used between two samples. NaN and −1 mean unknown.</summary>
/// <param name="Length_s">Time between the samples, s.</param>
/// <param name="UserCpu_s">User CPU, s: the exact total, divided as the ticks are.</param>
/// <param name="SystemCpu_s">System CPU, s.</param>
/// <param name="BusiestThreadShare">CPU share of the busiest thread that was there at the end, 0 … 1.</param>
/// <param name="VoluntarySwitches">Voluntary context switches.</param>
/// <param name="InvoluntarySwitches">Involuntary context switches.</param>
public sealed record ProcessUse(
    double Length_s,
    double UserCpu_s,
    double SystemCpu_s,
    double BusiestThreadShare,
    long VoluntarySwitches,
    long InvoluntarySwitches)
{
    /// <summary>The difference of two samples of one process.</summary>
    public static ProcessUse Between(ProcessSample before, ProcessSample after)
    {
        var length_s = (after.Time_ns - before.Time_ns) / 1e9;
        var (user_s, system_s) = Divide(before, after);
        return new ProcessUse(
            length_s,
            user_s,
            system_s,
            Busiest_s(before, after) / length_s,
            Difference(before.VoluntarySwitches, after.VoluntarySwitches),
            Difference(before.InvoluntarySwitches, after.InvoluntarySwitches));
    }

    private static (double User_s, double System_s) Divide(ProcessSample before, ProcessSample after)
    {
        if (before.Cpu_ns < 0 || after.Cpu_ns < 0) return (double.NaN, double.NaN);
        var total_s = (after.Cpu_ns - before.Cpu_ns) / 1e9;
        double user_ns = after.UserCpu_ns - before.UserCpu_ns, system_ns = after.SystemCpu_ns - before.SystemCpu_ns;
        var share = user_ns + system_ns > 0 ? user_ns / (user_ns + system_ns) : 1;
        return (total_s * share, total_s * (1 - share));
    }

    private static double Busiest_s(ProcessSample before, ProcessSample after)
    {
        if (after.ThreadCpu_ns.Count == 0) return double.NaN;
        return after.ThreadCpu_ns.Max(thread => thread.Value - before.ThreadCpu_ns.GetValueOrDefault(thread.Key)) / 1e9;
    }

    /// <summary>
    /// Threads that ended in between take their counts with them, so a sum can shrink: then nothing is known.
    /// </summary>
    private static long Difference(long before, long after) => before < 0 || after < before ? -1 : after - before;
}
