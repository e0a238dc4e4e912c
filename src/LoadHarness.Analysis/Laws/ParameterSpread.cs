using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Laws;

/// <summary>A parameter of a law with its 95 % interval.</summary>
/// <param name="Symbol">See <see cref="LawParameter"/>.</param>
/// <param name="Value">Estimate and interval.</param>
public sealed record ParameterSpread(string Symbol, Interval Value);
