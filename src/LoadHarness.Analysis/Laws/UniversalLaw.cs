namespace LoadHarness.Analysis.Laws;

/// <summary>
/// The Universal Scalability Law, X(N) = g·N / (1 + a·(N − 1) + b·N·(N − 1)), with its peak at N* = √((1 − a)/b).
/// Source: Gunther, Guerrilla Capacity Planning, 2007; METHOD.md B.3.
/// </summary>
/// <param name="PerClient_per_s">g, operations/s.</param>
/// <param name="Contention">a, the share of an operation that is done one at a time, 0 … 1.</param>
/// <param name="Coherency">b, what every pair of clients costs, ≥ 0.</param>
public sealed record UniversalLaw(double PerClient_per_s, double Contention, double Coherency)
    : ScalingLaw(PerClient_per_s)
{
    /// <inheritdoc/>
    public override LawKind Kind => LawKind.Universal;

    /// <inheritdoc/>
    public override IReadOnlyList<LawParameter> Parameters =>
        [new("g", PerClient_per_s), new("a", Contention), new("b", Coherency)];

    /// <inheritdoc/>
    public override double KneeClients => Math.Sqrt((1 - Contention) / Coherency);

    /// <inheritdoc/>
    public override double Ceiling_per_s =>
        Coherency > 0 ? Throughput_per_s(Math.Max(1, KneeClients)) : PerClient_per_s / Contention;

    /// <inheritdoc/>
    public override double Relative(double clients) =>
        clients / (1 + Contention * (clients - 1) + Coherency * clients * (clients - 1));
}
