using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Causes;

/// <summary>Who was the limit at the levelled-out point of a curve, with the evidence.</summary>
public sealed record CauseAnalysis
{
    /// <summary>Nobody asked.</summary>
    public static CauseAnalysis None { get; } = new();

    /// <summary>Who was the limit.</summary>
    public LimitKind Limit { get; init; }

    /// <summary>The test that says so.</summary>
    public LimitProof Proof { get; init; }

    /// <summary>Clients with which it was asked; 0 when it was not.</summary>
    public int Clients { get; init; }

    /// <summary>Throughput there with nothing changed, operations/s.</summary>
    public Interval Throughput { get; init; } = Interval.None;

    /// <summary>CPU share of the generator's busiest thread with nothing changed, 0 … 1.</summary>
    public double GeneratorShare { get; init; } = double.NaN;

    /// <summary>Throughput of the same engine against a null server in the SUT's place, operations/s.</summary>
    public Interval Ceiling { get; init; } = Interval.None;

    /// <summary>Throughput as a share of the ceiling; NaN when unknown.</summary>
    public double CeilingShare => Throughput.Estimate / Ceiling.Estimate;

    /// <summary>What extra work in the generator cost, by the work, rising.</summary>
    public IReadOnlyList<DoseEffect> Doses { get; init; } = [];

    /// <summary>
    /// Logarithm of throughput with one generator thread more over throughput without; unknown when not asked.
    /// </summary>
    public MeanEstimate MoreGain { get; init; } = MeanEstimate.Unknown;

    /// <summary>Visits that failed checks of their own, so that nothing was concluded from any.</summary>
    public int UnsoundVisits { get; init; }
}
