namespace LoadHarness.Workloads.Http.Protocol;

/// <summary>How far a message has been read.</summary>
internal enum ReadState
{
    /// <summary>More bytes are needed.</summary>
    Incomplete = 0,

    /// <summary>It is there as a whole.</summary>
    Complete = 1,

    /// <summary>It is not HTTP, or not of the kind understood here.</summary>
    Malformed = 2,
}
