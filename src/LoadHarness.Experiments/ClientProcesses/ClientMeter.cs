using LoadHarness.Experiments.Suts;
using LoadHarness.Platform.Proc;

namespace LoadHarness.Experiments.ClientProcesses;

/// <summary>Counts the client programs as parts of the harness.</summary>
/// <param name="inner">Reads harness and machine.</param>
/// <param name="engine">Has the clients.</param>
public sealed class ClientMeter(IUsageMeter inner, ProcessLoadEngine engine) : IUsageMeter
{
    /// <inheritdoc/>
    public UsageSample Harness() => UsageSample.Of(
        engine.Clients.Aggregate(ProcessSampler.Self.Sample(), (sum, client) => sum.Plus(client.Sample())), null);

    /// <inheritdoc/>
    public long HarnessCpu_ns() => inner.HarnessCpu_ns() + engine.Clients.Sum(client => Math.Max(0, client.Cpu_ns()));

    /// <inheritdoc/>
    public long KernelCpu_ns() => inner.KernelCpu_ns();

    /// <inheritdoc/>
    public MachineSample? Machine() => inner.Machine();
}
