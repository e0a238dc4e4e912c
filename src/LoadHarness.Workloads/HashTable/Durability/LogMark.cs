namespace LoadHarness.Workloads.HashTable.Durability;

/// <summary>A place in the log, between two records.</summary>
/// <param name="Sequence">The last write before it.</param>
/// <param name="Offset">Bytes before it, those not yet written included.</param>
/// <param name="Records">Records before it.</param>
internal readonly record struct LogMark(long Sequence, long Offset, long Records);
