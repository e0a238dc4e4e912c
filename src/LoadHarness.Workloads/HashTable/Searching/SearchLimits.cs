namespace LoadHarness.Workloads.HashTable.Searching;

/// <summary>What one scan or query may take.</summary>
/// <param name="MaxPairs">Most pairs in the answer.</param>
/// <param name="MaxTime">Most computing time of its own. Waiting for its turn does not count, so that a busy server
/// gives the same answers.</param>
internal readonly record struct SearchLimits(int MaxPairs, TimeSpan MaxTime);
