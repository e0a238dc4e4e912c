namespace LoadHarness.Torture.Linear;

/// <summary>What a hash table does wrong now and then, on purpose.</summary>
internal enum TableFault
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It answers a lookup with what an earlier one found: a cache that nobody invalidates.</summary>
    StaleReads = 1,

    /// <summary>It confirms an insert and forgets it.</summary>
    LostUpdates = 2,

    /// <summary>It confirms a remove and the key comes back: it was never gone.</summary>
    RemovesUndone = 3,
}
