using System.Globalization;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Contracts.Time;
using LoadHarness.Engine;
using LoadHarness.Experiments.Suts;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Ends a warm-up when its throughput has become steady (METHOD.md A.5): the transient ends in the first half, and the
/// second half shows no trend. At the latest it ends when its time is up. A stage that is used up goes on after it has
/// been prepared again.
/// </summary>
/// <param name="shortest_ns">Shortest time measured, ns.</param>
/// <param name="latest_ns">When its time is up, monotonic ns.</param>
/// <param name="sut">The system under test.</param>
internal sealed class WarmUpObserver(long shortest_ns, long latest_ns, ISut sut) : ILoadObserver
{
    /// <summary>Fewest windows: the first ones run interpreted or quickly compiled code.</summary>
    private const int Fewest = 16;

    private readonly List<double> _throughput_per_s = [];
    private long _length_ns;

    /// <summary>True when it need not go on.</summary>
    public bool IsDone { get; private set; }

    /// <summary>True when the throughput has become steady.</summary>
    public bool IsSteady { get; private set; }

    /// <inheritdoc/>
    public void Started(long start_ns)
    {
        // Windows carry their own times.
    }

    /// <inheritdoc/>
    public bool WindowClosed(WindowSnapshot window)
    {
        _throughput_per_s.Add(window.CorrectCount / window.Length_s);
        _length_ns += window.End_ns - window.Start_ns;
        IsSteady = _length_ns >= shortest_ns && _throughput_per_s.Count >= Fewest && HasSettled();
        IsDone = IsSteady || sut.HasExited || MonotonicClock.Now_ns >= latest_ns;
        return !IsDone;
    }

    /// <summary>What became of it.</summary>
    public string Describe() => string.Create(CultureInfo.InvariantCulture,
        $"warmed up for {_length_ns / 1e9:0.0} s; {(IsSteady ? "steady" : "not steady yet when its time was up")}");

    private bool HasSettled()
    {
        var half = _throughput_per_s.Count / 2;
        return Mser.Cut(_throughput_per_s, 1) <= half && SlopeTest.Of(_throughput_per_s[half..]).IsSteady;
    }
}
