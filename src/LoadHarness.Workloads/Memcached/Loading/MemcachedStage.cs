namespace LoadHarness.Workloads.Memcached.Loading;

/// <summary>What all clients do at the same time; the first two are also the operation types.</summary>
internal enum MemcachedStage
{
    /// <summary>Values of loaded keys.</summary>
    Get = 0,

    /// <summary>Values of keys, each always the same.</summary>
    Set = 1,

    /// <summary>get and set, in the share that was asked for.</summary>
    Mixed = 2,
}
