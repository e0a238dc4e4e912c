namespace LoadHarness.Analysis.Laws;

/// <summary>A law with its parameters: throughput as a function of the clients.</summary>
/// <param name="PerClient_per_s">What each of few clients would get if nothing were in its way, operations/s.</param>
public abstract record ScalingLaw(double PerClient_per_s)
{
    /// <summary>Which law.</summary>
    public abstract LawKind Kind { get; }

    /// <summary>What a fit chooses, the scale first, by the symbols of METHOD.md B.4.</summary>
    public abstract IReadOnlyList<LawParameter> Parameters { get; }

    /// <summary>
    /// Where it turns, N*, clients: the line of few clients meets the ceiling, or, with a fall, the peak. Infinite when
    /// it never turns.
    /// </summary>
    public abstract double KneeClients { get; }

    /// <summary>Highest throughput for any number of clients, X_max, operations/s; infinite when there is
    /// none.</summary>
    public abstract double Ceiling_per_s { get; }

    /// <summary>Throughput relative to one client with nothing in its way.</summary>
    /// <param name="clients">Simultaneous clients, ≥ 1.</param>
    public abstract double Relative(double clients);

    /// <summary>Its logarithm.</summary>
    /// <param name="clients">Simultaneous clients, ≥ 1.</param>
    public virtual double LogRelative(double clients) => Math.Log(Relative(clients));

    /// <summary>Throughput, operations/s.</summary>
    /// <param name="clients">Simultaneous clients, ≥ 1.</param>
    public double Throughput_per_s(double clients) => PerClient_per_s * Relative(clients);
}
