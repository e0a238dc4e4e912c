namespace LoadHarness.Analysis.Laws;

/// <summary>X(N) = g·N / (1 + (N/N*)^p)^(1/p): a hinge for large p. Source: METHOD.md B.4.</summary>
/// <param name="PerClient_per_s">g, operations/s.</param>
/// <param name="Knee_clients">N*, clients.</param>
/// <param name="Sharpness">p, above 1.</param>
public sealed record SmoothHingeLaw(double PerClient_per_s, double Knee_clients, double Sharpness)
    : ScalingLaw(PerClient_per_s)
{
    /// <inheritdoc/>
    public override LawKind Kind => LawKind.SmoothHinge;

    /// <inheritdoc/>
    public override IReadOnlyList<LawParameter> Parameters =>
        [new("g", PerClient_per_s), new("N*", Knee_clients), new("p", Sharpness)];

    /// <inheritdoc/>
    public override double KneeClients => Knee_clients;

    /// <inheritdoc/>
    public override double Ceiling_per_s => PerClient_per_s * Knee_clients;

    /// <inheritdoc/>
    public override double Relative(double clients) =>
        clients / Math.Pow(1 + Math.Pow(clients / Knee_clients, Sharpness), 1 / Sharpness);

    /// <inheritdoc/>
    public override double LogRelative(double clients) =>
        Math.Log(clients) - Math.Log(1 + Math.Pow(clients / Knee_clients, Sharpness)) / Sharpness;
}
