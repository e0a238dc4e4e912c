namespace LoadHarness.Workloads.Shared;

/// <summary>What was found at the beginning of some input.</summary>
internal enum ReadState
{
    /// <summary>More has to arrive.</summary>
    Incomplete,

    /// <summary>It is whole.</summary>
    Complete,

    /// <summary>It cannot become anything, whatever arrives.</summary>
    Malformed,
}
