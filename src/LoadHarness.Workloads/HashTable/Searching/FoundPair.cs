namespace LoadHarness.Workloads.HashTable.Searching;

/// <summary>A pair of an answer; both parts are canonical JSON and never change.</summary>
internal readonly record struct FoundPair(byte[] Key, byte[] Value);
