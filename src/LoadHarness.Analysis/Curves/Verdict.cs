using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Curves;

/// <summary>What a curve comes to.</summary>
public sealed record Verdict
{
    /// <summary>Which of the possible verdicts.</summary>
    public required VerdictKind Kind { get; init; }

    /// <summary>Why it is undecided; <see cref="UndecidedCause.None"/> otherwise.</summary>
    public UndecidedCause Cause { get; init; }

    /// <summary>
    /// Levels out: the smallest clients of the plateau. Falls: the clients at the peak. Client-limited: the clients at
    /// which the lower bound
    /// was reached. Still rising: the highest clients measured. Undecided: 0. Held: the highest.
    /// </summary>
    public int Clients { get; init; }

    /// <summary>
    /// Throughput, operations/s. Levels out: the pooled mean of the plateau. Falls: the peak level. Still rising and
    /// undecided: the best level seen, for information. Client-limited: what was measured where the generator was the
    /// limit, and so a lower bound: the server did that and may be able to do more.
    /// </summary>
    public Interval Capacity { get; init; } = Interval.None;

    /// <summary>True when the server can do <see cref="Capacity"/> at least, not exactly that.</summary>
    public bool IsLowerBound => Kind is VerdictKind.ClientLimited or VerdictKind.StillRising or VerdictKind.Undecided;

    /// <summary>Who the limit was, as far as an experiment shows it: see <see cref="CurveAnalysis.Cause"/>.</summary>
    public LimitKind Limit { get; init; }

    /// <summary>The levels that make the plateau, clients, rising; empty without one.</summary>
    public IReadOnlyList<int> PlateauClients { get; init; } = [];

    /// <summary>Highest level measured, clients.</summary>
    public int HighestClients { get; init; }

    /// <summary>The same levels' throughput, start by start; repetition 0 first.</summary>
    public IReadOnlyList<RestartEstimate> Restarts { get; init; } = [];

    /// <summary>Starts of the SUT that the capacity rests on.</summary>
    public int Starts => Restarts.Count;

    /// <summary>
    /// How much starts were expected to differ, by what else the run shows: standard deviation of ln X.
    /// </summary>
    public double ExpectedStartCv { get; init; } = StartSpread.Usual;

    /// <summary>Logarithm of the capacity over starts, with its error; unknown below two.</summary>
    public MeanEstimate LogCapacity =>
        RestartInterval.LogMean([.. Restarts.Select(r => r.Throughput_per_s)], ExpectedStartCv);

    /// <summary>
    /// Coefficient of variation of the plateau's throughput over starts; NaN below two. Noisy above 5 %.
    /// </summary>
    public double StartCv => Dispersion.Cv([.. Restarts.Select(r => r.Throughput_per_s)]);

    /// <summary>Why, in plain words with the numbers.</summary>
    public required string Reason { get; init; }
}
