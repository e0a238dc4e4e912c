using LoadHarness.Contracts.Time;
using LoadHarness.Experiments.Suts;
using LoadHarness.Platform.Proc;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Finds out how much of the machine others used. The kernel tells a CPU's idle time in ticks of 10 ms, so one short
/// window cannot be
/// judged: windows are judged in blocks of at least half a second, over which a tick is below the threshold.
/// </summary>
/// <param name="meter">The machine.</param>
/// <param name="sut">The system under test.</param>
internal sealed class NoiseBlocks(IUsageMeter meter, ISut sut)
{
    private const long ShortestBlock_ns = 500_000_000;

    private readonly List<GatheredWindow> _block = [];
    private MachineSample? _from;
    private long _from_ns;
    private long _ownFrom_ns;
    private long _kernelFrom_ns;

    /// <summary>The first window of an engine run starts now.</summary>
    public void Start() => Open();

    /// <summary>A window has ended.</summary>
    public void Add(GatheredWindow window)
    {
        _block.Add(window);
        if (window.Window.End_ns - _from_ns >= ShortestBlock_ns) Close();
    }

    /// <summary>The last window of an engine run has ended: a remainder too short to be judged stays unknown.</summary>
    public void End() => _block.Clear();

    private void Open()
    {
        _block.Clear();
        _from_ns = MonotonicClock.Now_ns;
        _from = meter.Machine();
        _ownFrom_ns = Own_ns();
        _kernelFrom_ns = meter.KernelCpu_ns();
    }

    private void Close()
    {
        var to = meter.Machine();
        var own_ns = Own_ns();
        var kernel_ns = Math.Max(0, meter.KernelCpu_ns() - _kernelFrom_ns);
        var noise = own_ns < 0 || _ownFrom_ns < 0
            ? MachineNoise.Unknown
            : MachineNoise.Between(_from, to, own_ns - _ownFrom_ns + kernel_ns);
        foreach (var window in _block) (window.OtherCpuShare, window.StealShare) =
            (noise.OtherCpuShare, noise.StealShare);
        Open();
    }

    private long Own_ns()
    {
        var (sut_ns, harness_ns) = (sut.ReadCpu_ns(), meter.HarnessCpu_ns());
        return sut_ns < 0 || harness_ns < 0 ? -1 : sut_ns + harness_ns;
    }
}
