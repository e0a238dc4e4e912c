using LoadHarness.Engine;

namespace LoadHarness.Experiments.Running;

/// <summary>One window of a level with what the machine did meanwhile.</summary>
internal sealed class GatheredWindow
{
    /// <summary>What the engine measured.</summary>
    public required WindowSnapshot Window { get; init; }

    /// <summary>Totals by client; set when the engine's run has ended.</summary>
    public ClientTotals[] Clients { get; set; } = [];

    /// <summary>CPU time of the SUT in the window, s; NaN when unknown.</summary>
    public double SutCpu_s { get; init; } = double.NaN;

    /// <summary>CPU time used by neither SUT nor harness, as a share of the machine's; NaN while unknown.</summary>
    public double OtherCpuShare { get; set; } = double.NaN;

    /// <summary>Time withheld by the hypervisor, as a share; NaN while unknown.</summary>
    public double StealShare { get; set; } = double.NaN;

    /// <summary>True when it is too short to count, or too early: see <see cref="Results.WindowState.Cut"/>.</summary>
    public bool IsCut { get; init; }

    /// <summary>Correct operations per second.</summary>
    public double Throughput_per_s => Window.CorrectCount / Window.Length_s;
}
