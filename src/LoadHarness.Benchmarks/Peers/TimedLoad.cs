using LoadHarness.Engine;

namespace LoadHarness.Benchmarks.Peers;

/// <summary>
/// Ends a run after some time; what counts is all between the ends of the first and of the last window.
/// </summary>
internal sealed class TimedLoad(PeerTarget target, double length_s) : ILoadObserver
{
    private long _start_ns;
    private long _end_ns;
    private long _startCpu_ns;
    private long _endCpu_ns;

    /// <summary>Correct operations.</summary>
    public long Correct { get; private set; }

    /// <summary>All others, the first window included.</summary>
    public long Errors { get; private set; }

    /// <summary>The result.</summary>
    public PeerRound Round => new(
        Correct / ((_end_ns - _start_ns) / 1e9), Correct / (Math.Max(1, _endCpu_ns - _startCpu_ns) / 1e9));

    /// <inheritdoc/>
    public void Started(long start_ns)
    {
    }

    /// <inheritdoc/>
    public bool WindowClosed(WindowSnapshot window)
    {
        Errors += window.ErrorCount;
        _endCpu_ns = target.Cpu_ns();
        _end_ns = window.End_ns;
        if (window.Index == 0) (_start_ns, _startCpu_ns) = (_end_ns, _endCpu_ns);
        else Correct += window.CorrectCount;
        return !window.Exhausted && _end_ns - _start_ns < length_s * 1e9;
    }
}
