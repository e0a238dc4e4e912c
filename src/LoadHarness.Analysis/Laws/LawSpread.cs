using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Laws;

/// <summary>What a law says of a curve, with 95 % intervals.</summary>
/// <param name="KneeClients">N*, clients.</param>
/// <param name="Ceiling_per_s">X_max, operations/s.</param>
public sealed record LawSpread(Interval KneeClients, Interval Ceiling_per_s)
{
    /// <summary>Its parameters, in the order of <see cref="ScalingLaw.Parameters"/>.</summary>
    public IReadOnlyList<ParameterSpread> Parameters { get; init; } = [];
}
