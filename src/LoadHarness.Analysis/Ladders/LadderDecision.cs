using LoadHarness.Results;

namespace LoadHarness.Analysis.Ladders;

/// <summary>What to do next on one curve.</summary>
/// <param name="Stop">
/// True when the curve is done; the other fields but <paramref name="Reason"/> mean nothing then.
/// </param>
/// <param name="Phase">Why the next level is visited.</param>
/// <param name="Clients">Clients of the next level.</param>
/// <param name="Reason">Why, in plain words; to be recorded as an event.</param>
public sealed record LadderDecision(bool Stop, LevelPhase Phase, int Clients, string Reason);
