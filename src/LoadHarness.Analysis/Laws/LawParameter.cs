namespace LoadHarness.Analysis.Laws;

/// <summary>A parameter of a law.</summary>
/// <param name="Symbol">As in METHOD.md B.4: g, N*, p, a or b.</param>
/// <param name="Value">g in operations/s, N* in clients, the others without a unit.</param>
public readonly record struct LawParameter(string Symbol, double Value);
