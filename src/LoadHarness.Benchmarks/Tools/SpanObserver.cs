using LoadHarness.Contracts.Measuring;
using LoadHarness.Engine;

namespace LoadHarness.Benchmarks.Tools;

/// <summary>Has the span measured, from the end of one window to the end of another, and reports on it.</summary>
/// <param name="task">What is done.</param>
/// <param name="meter">Measures the span.</param>
internal sealed class SpanObserver(ToolTask task, SpanMeter meter) : ILoadObserver
{
    private readonly LatencyHistogram _latency = new();
    private long _start_ns;
    private long _begin_ns;
    private long _end_ns;
    private long _errors;

    /// <inheritdoc/>
    public void Started(long start_ns) => _start_ns = start_ns;

    /// <inheritdoc/>
    public bool WindowClosed(WindowSnapshot window)
    {
        _errors += window.ErrorCount;
        _end_ns = window.End_ns;
        if (_begin_ns == 0)
        {
            if (window.End_ns - _start_ns < task.WarmUp_s * 1e9) return true;
            _begin_ns = window.End_ns;
            meter.Begin(Environment.ProcessId);
            return true;
        }

        foreach (var latency in window.Latency) _latency.Add(latency);
        if (window.End_ns - _begin_ns < task.Length_s * 1e9) return true;
        meter.End(Environment.ProcessId);
        return false;
    }

    /// <summary>What was measured from inside.</summary>
    public ToolReport Report() => new(
        _latency.Count * task.Pipeline / ((_end_ns - _begin_ns) / 1e9),
        _latency.Mean_ns / 1e3,
        _latency.ValueAtQuantile_ns(0.5) / 1e3,
        _latency.ValueAtQuantile_ns(0.99) / 1e3,
        _errors);
}
