using LoadHarness.Platform.Proc;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Experiments.Suts;

/// <summary>Reads the harness and the machine through the operating system.</summary>
public sealed class SystemMeter : IUsageMeter
{
    private readonly MachineSampler _machine = new();

    /// <inheritdoc/>
    public UsageSample Harness() =>
        UsageSample.Of(ProcessSampler.Self.Sample(), RuntimeCounters.Sample(operations: -1));

    /// <inheritdoc/>
    public long HarnessCpu_ns() => ProcessSampler.Self.Cpu_ns();

    /// <inheritdoc/>
    public long KernelCpu_ns() => KernelThreads.Cpu_ns();

    /// <inheritdoc/>
    public MachineSample? Machine() => _machine.Sample();
}
