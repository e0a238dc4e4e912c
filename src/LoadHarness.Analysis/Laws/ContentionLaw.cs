namespace LoadHarness.Analysis.Laws;

/// <summary>
/// X(N) = g·N / (1 + a·(N − 1)). Source: Amdahl 1967 in Gunther's form (Guerrilla Capacity Planning, 2007), METHOD.md
/// B.3.
/// </summary>
/// <param name="PerClient_per_s">g, operations/s.</param>
/// <param name="Contention">a, the share of an operation that is done one at a time, 0 … 1.</param>
public sealed record ContentionLaw(double PerClient_per_s, double Contention) : ScalingLaw(PerClient_per_s)
{
    /// <inheritdoc/>
    public override LawKind Kind => LawKind.Contention;

    /// <inheritdoc/>
    public override IReadOnlyList<LawParameter> Parameters =>
        [new("g", PerClient_per_s), new("a", Contention)];

    /// <inheritdoc/>
    public override double KneeClients => 1 / Contention;

    /// <inheritdoc/>
    public override double Ceiling_per_s => PerClient_per_s / Contention;

    /// <inheritdoc/>
    public override double Relative(double clients) => clients / (1 + Contention * (clients - 1));
}
