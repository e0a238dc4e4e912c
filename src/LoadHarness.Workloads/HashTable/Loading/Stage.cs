namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>What all clients do at the same time.</summary>
internal enum Stage
{
    /// <summary>New keys.</summary>
    Insert = 0,

    /// <summary>Base keys, uniformly.</summary>
    Lookup = 1,

    /// <summary>Patterns that match a fixed number of base keys.</summary>
    Scan = 2,

    /// <summary>Keys that were put there for it.</summary>
    Remove = 3,

    /// <summary>90 % lookups, 5 % inserts, 5 % removes.</summary>
    Mixed = 4,

    /// <summary>A few keys that all clients insert, look up and remove.</summary>
    Contended = 5,
}
