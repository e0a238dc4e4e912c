namespace LoadHarness.Analysis.Windows;

/// <summary>Whether a level has been measured long enough.</summary>
/// <param name="Enough">True to end the level.</param>
/// <param name="Kept">Windows that count so far.</param>
/// <param name="Needed">Windows that should count, from the noise seen so far.</param>
/// <param name="Reason">Why, in plain words.</param>
public sealed record WindowDecision(bool Enough, int Kept, int Needed, string Reason);
