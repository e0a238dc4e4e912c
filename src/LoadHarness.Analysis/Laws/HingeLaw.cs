namespace LoadHarness.Analysis.Laws;

/// <summary>X(N) = g·min(N, N*). Source: METHOD.md B.4; the asymptotes of operational analysis.</summary>
/// <param name="PerClient_per_s">g, operations/s.</param>
/// <param name="Knee_clients">N*, clients.</param>
public sealed record HingeLaw(double PerClient_per_s, double Knee_clients) : ScalingLaw(PerClient_per_s)
{
    /// <inheritdoc/>
    public override LawKind Kind => LawKind.Hinge;

    /// <inheritdoc/>
    public override IReadOnlyList<LawParameter> Parameters =>
        [new("g", PerClient_per_s), new("N*", Knee_clients)];

    /// <inheritdoc/>
    public override double KneeClients => Knee_clients;

    /// <inheritdoc/>
    public override double Ceiling_per_s => PerClient_per_s * Knee_clients;

    /// <inheritdoc/>
    public override double Relative(double clients) => Math.Min(clients, Knee_clients);
}
