using System.Globalization;
using LoadHarness.Analysis.Windows;
using LoadHarness.Contracts.Time;
using LoadHarness.Engine;
using LoadHarness.Experiments.Suts;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Ends a warm-up when the second half of it is steady, by the rule for levels (METHOD.md A.5), and nothing is compiled
/// any more where the server or the harness can tell. At the latest it ends when its time is up and the shortest time
/// was measured: what preparing the stage took is not warm-up. A stage that is used up goes on after it has been
/// prepared again.
/// </summary>
/// <param name="shortest_ns">Shortest time measured, ns.</param>
/// <param name="latest_ns">When its time is up, monotonic ns.</param>
/// <param name="sut">The system under test.</param>
/// <param name="meter">The harness.</param>
/// <param name="rehearsal">Gets the windows, too; what it makes of them does not count.</param>
internal sealed class WarmUpObserver(
    long shortest_ns, long latest_ns, ISut sut, IUsageMeter meter, ILoadObserver rehearsal) : ILoadObserver
{
    /// <summary>Fewest windows: the first ones run interpreted or quickly compiled code.</summary>
    private const int Fewest = 16;

    /// <summary>
    /// In every window both sides are sampled as levels do it. Sampling is code, too, and would else be compiled while
    /// levels are measured: twice, after some thirty calls each.
    /// </summary>
    private const int SamplesPerWindow = 4;

    /// <summary>Over this many windows the compiler is looked at.</summary>
    private const int CompilerWindows = 4;

    /// <summary>
    /// Highest share of that time that it may take. Single methods go on being compiled for long, and cost less than a
    /// thousandth of a level.
    /// </summary>
    private const double HighestCompilerShare = 0.05;

    private readonly List<double> _throughput_per_s = [];
    private readonly List<(long At_ns, long Compiling_ns)> _compiler = [];
    private long _length_ns;
    private string _missing = "too short";

    /// <summary>True when it need not go on.</summary>
    public bool IsDone { get; private set; }

    /// <summary>True when the throughput has become steady.</summary>
    public bool IsSteady => _missing.Length == 0;

    /// <inheritdoc/>
    public void Started(long start_ns) => rehearsal.Started(start_ns);

    /// <inheritdoc/>
    public bool WindowClosed(WindowSnapshot window)
    {
        rehearsal.WindowClosed(window);
        _throughput_per_s.Add(window.CorrectCount / window.Length_s);
        _length_ns += window.End_ns - window.Start_ns;
        Sample();
        var isLong = _length_ns >= shortest_ns;
        _missing = _throughput_per_s.Count < Fewest || !isLong ? "too short"
            : !IsCompiled() ? "code is still being compiled"
            : !HasSettled() ? "throughput still changes"
            : "";
        IsDone = IsSteady || sut.HasExited || IsTimeUp(isLong);
        return !IsDone;
    }

    /// <inheritdoc/>
    public void Ending() => rehearsal.Ending();

    /// <summary>What became of it.</summary>
    public string Describe() => string.Create(CultureInfo.InvariantCulture,
        $"warmed up for {_length_ns / 1e9:0.0} s; ")
        + (IsSteady ? "steady" : $"not steady yet when its time was up ({_missing})");

    private void Sample()
    {
        // A server that hangs lets each sample wait for its answer.
        for (var i = 1; i < SamplesPerWindow && MonotonicClock.Now_ns < latest_ns; i++) CompilerWork.Of(sut, meter);
        _compiler.Add((_length_ns, CompilerWork.Of(sut, meter).Time_ns));
    }

    private bool IsCompiled()
    {
        var (from, to) = (_compiler[^(CompilerWindows + 1)], _compiler[^1]);
        return to.Compiling_ns - from.Compiling_ns <= HighestCompilerShare * (to.At_ns - from.At_ns);
    }

    /// <summary>
    /// The second half is steady by itself: a level needs a cut in the first half of all that it measured, and a
    /// warm-up would have to last twice as long as what it is there for.
    /// </summary>
    private bool HasSettled()
    {
        var later = Math.Max(Fewest, _throughput_per_s.Count / 2);
        return WindowSelection.IsSteady(_throughput_per_s[^later..]);
    }

    /// <summary>A server that hangs makes a window take long: twice the shortest time is enough for it.</summary>
    private bool IsTimeUp(bool isLong)
    {
        var beyond_ns = MonotonicClock.Now_ns - latest_ns;
        return beyond_ns >= shortest_ns || (isLong && beyond_ns >= 0);
    }
}
