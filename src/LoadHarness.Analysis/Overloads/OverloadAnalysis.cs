using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Overloads;

/// <summary>
/// What overload does to one curve: the levelled-out point, several times its clients, and the point again, visited one
/// behind the other on the same start (METHOD.md B.2, "one earlier level on the way down"; 3C, a well-conditioned
/// service after Welsh, Culler and Brewer, SOSP 2001: throughput flat, latency in step with the queue).
/// </summary>
public sealed record OverloadAnalysis
{
    /// <summary>It was not tried.</summary>
    public static OverloadAnalysis None { get; } = new();

    /// <summary>What became of throughput.</summary>
    public OverloadOutcome Outcome { get; init; }

    /// <summary>Whether the server came back.</summary>
    public RecoveryOutcome Recovery { get; init; }

    /// <summary>Clients of the levelled-out point.</summary>
    public int Clients { get; init; }

    /// <summary>Clients of the overload.</summary>
    public int OverloadClients { get; init; }

    /// <summary>Throughput at the point just before, operations/s.</summary>
    public Interval Before { get; init; } = Interval.None;

    /// <summary>Throughput under overload, operations/s.</summary>
    public Interval During { get; init; } = Interval.None;

    /// <summary>Throughput at the point just after, operations/s.</summary>
    public Interval After { get; init; } = Interval.None;

    /// <summary>Logarithm of throughput under overload over throughput just before.</summary>
    public MeanEstimate Change { get; init; } = MeanEstimate.Unknown;

    /// <summary>Logarithm of throughput just after over throughput just before.</summary>
    public MeanEstimate ChangeAfter { get; init; } = MeanEstimate.Unknown;

    /// <summary>
    /// How latency with its think time grows with clients: d ln R / d ln N between the point and the overload. 1 where
    /// clients only wait longer, since R + Z = N/X by Little's law; unknown where clients got no answer at all.
    /// </summary>
    public MeanEstimate Exponent { get; init; } = MeanEstimate.Unknown;

    /// <summary>Why nothing was concluded, or what failed; empty for nothing. Texts of validity.</summary>
    public string Objection { get; init; } = "";
}
