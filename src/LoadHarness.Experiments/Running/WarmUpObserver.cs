using LoadHarness.Analysis.Statistics;
using LoadHarness.Engine;
using LoadHarness.Experiments.Suts;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Ends a warm-up when the throughput of its last windows shows no trend, at the latest when its time is up.
/// </summary>
/// <param name="longest_s">Longest time, s.</param>
/// <param name="sut">The system under test.</param>
internal sealed class WarmUpObserver(double longest_s, ISut sut) : ILoadObserver
{
    /// <summary>Windows looked at for a trend.</summary>
    private const int Looked = 8;

    private readonly List<double> _throughput_per_s = [];
    private long _start_ns;

    /// <inheritdoc/>
    public void Started(long start_ns) => _start_ns = start_ns;

    /// <inheritdoc/>
    public bool WindowClosed(WindowSnapshot window)
    {
        _throughput_per_s.Add(window.CorrectCount / window.Length_s);
        if (sut.HasExited || (window.End_ns - _start_ns) / 1e9 >= longest_s) return false;
        // The first windows run interpreted or quickly compiled code: a trend is looked for only behind them.
        if (_throughput_per_s.Count < 2 * Looked) return true;
        return !SlopeTest.Of([.. _throughput_per_s.TakeLast(Looked)]).IsSteady;
    }
}
