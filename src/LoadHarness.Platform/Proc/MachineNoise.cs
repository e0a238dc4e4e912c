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
    /// Others = CPUs × time − idle − steal − interrupts charged to nobody − own. Idle time is read in whole ticks,
    /// which leaves an
    /// error of up to one tick (10 ms) in either direction: a share below 0 counts as 0.
    /// </summary>
    /// <param name="before">Sample at the start.</param>
    /// <param name="after">Sample at the end.</param>
    /// <param name="own_ns">CPU time of the processes that belong to the measurement, ns; NaN when unknown.</param>
    public static MachineNoise Between(MachineSample? before, MachineSample? after, double own_ns)
    {
        if (before is not { } from || after is not { } to || to.Time_ns <= from.Time_ns) return Unknown;
        var capacity_ns = (double)to.Cpus * (to.Time_ns - from.Time_ns);
        var steal_ns = to.Steal_ns - from.Steal_ns;
        var others_ns =
            capacity_ns - (to.Idle_ns - from.Idle_ns) - steal_ns - (to.Interrupt_ns - from.Interrupt_ns) - own_ns;
        return new MachineNoise(Math.Clamp(others_ns / capacity_ns, 0, 1), Math.Clamp(steal_ns / capacity_ns, 0, 1));
    }
}
