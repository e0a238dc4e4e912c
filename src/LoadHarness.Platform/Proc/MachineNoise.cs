namespace LoadHarness.Platform.Proc;

/// <summary>
/// How much of the machine others used between two samples, as shares of its CPU time, 0 … 1; NaN when unknown.
/// </summary>
/// <param name="OtherCpuShare">CPU time taken by neither of the processes that belong to the measurement.</param>
/// <param name="StealShare">Time the hypervisor withheld.</param>
public readonly record struct MachineNoise(double OtherCpuShare, double StealShare)
{
    /// <summary>Nothing known.</summary>
    public static MachineNoise Unknown { get; } = new(double.NaN, double.NaN);

    /// <summary>
    /// Others = the smaller of two bounds on busy time, less own. The first is CPUs × time − idle − steal − interrupts
    /// charged to nobody: exact, but it also holds what a nearly idle CPU spends on waking up and going to sleep again,
    /// which is nobody's and much where every operation waits for a disk. The second is the time in processes, sampled
    /// at the tick: free of that, but noisy. Both are read in whole ticks (10 ms): a share below 0 counts as 0.
    /// </summary>
    /// <param name="before">Sample at the start.</param>
    /// <param name="after">Sample at the end.</param>
    /// <param name="own_ns">CPU time of the processes that belong to the measurement, ns; NaN when unknown.</param>
    public static MachineNoise Between(MachineSample? before, MachineSample? after, double own_ns)
    {
        if (before is not { } from || after is not { } to || to.Time_ns <= from.Time_ns) return Unknown;
        var capacity_ns = (double)to.Cpus * (to.Time_ns - from.Time_ns);
        var steal_ns = to.Steal_ns - from.Steal_ns;
        var notIdle_ns =
            capacity_ns - (to.Idle_ns - from.Idle_ns) - steal_ns - (to.Interrupt_ns - from.Interrupt_ns);
        var others_ns = Math.Min(notIdle_ns, to.Busy_ns - from.Busy_ns) - own_ns;
        return new MachineNoise(Math.Clamp(others_ns / capacity_ns, 0, 1), Math.Clamp(steal_ns / capacity_ns, 0, 1));
    }
}
