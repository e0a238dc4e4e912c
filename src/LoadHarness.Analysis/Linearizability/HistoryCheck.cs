namespace LoadHarness.Analysis.Linearizability;

/// <summary>What a check came to.</summary>
/// <param name="Verdict">Whether the history can be explained.</param>
/// <param name="Contradiction">
/// With <see cref="HistoryVerdict.Violated"/>: the operation whose answer nothing explains; of all such, the one that
/// returned first.
/// </param>
public readonly record struct HistoryCheck(HistoryVerdict Verdict, KeyOperation? Contradiction = null);
