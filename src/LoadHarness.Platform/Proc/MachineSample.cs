namespace LoadHarness.Platform.Proc;

/// <summary>The machine's CPU time up to one moment, summed over CPUs.</summary>
/// <param name="Time_ns">When it was taken, monotonic ns.</param>
/// <param name="Busy_ns">Time in processes, as sampled at the tick on many kernels.</param>
/// <param name="Idle_ns">Idle time.</param>
/// <param name="Steal_ns">Time the hypervisor withheld.</param>
/// <param name="Interrupt_ns">Interrupt time that is charged to no process; 0 on kernels that charge it to the process
/// interrupted.</param>
/// <param name="Cpus">CPUs that are switched on.</param>
public readonly record struct MachineSample(
    long Time_ns, long Busy_ns, long Idle_ns, long Steal_ns, long Interrupt_ns, int Cpus);
