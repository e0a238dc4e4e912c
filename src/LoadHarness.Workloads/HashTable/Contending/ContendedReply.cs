namespace LoadHarness.Workloads.HashTable.Contending;

/// <summary>What a lookup or remove came to.</summary>
internal enum ContendedReply
{
    /// <summary>The key was there.</summary>
    Found = 0,

    /// <summary>The key was not there.</summary>
    Missing = 1,

    /// <summary>The reply is none, or has a value that nobody can have written.</summary>
    Wrong = 2,
}
