using LoadHarness.Platform.Proc;

namespace LoadHarness.Experiments.Suts;

/// <summary>Reads what the harness itself and the machine have used.</summary>
public interface IUsageMeter
{
    /// <summary>Everything known about the harness.</summary>
    UsageSample Harness();

    /// <summary>CPU time of the harness, ns; −1 when unknown. Cheap.</summary>
    long HarnessCpu_ns();

    /// <summary>CPU time of the kernel's own threads, ns; 0 when unknown. It shrinks when one of them ends.</summary>
    long KernelCpu_ns() => 0;

    /// <summary>The machine's CPU time; null when unknown.</summary>
    MachineSample? Machine();
}
