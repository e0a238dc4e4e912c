namespace LoadHarness.Workloads.HashTable.Framings;

/// <summary>What stands at the beginning of some input.</summary>
internal enum FrameState
{
    /// <summary>The beginning of a frame: more must arrive.</summary>
    Partial = 0,

    /// <summary>A whole frame.</summary>
    Whole = 1,

    /// <summary>Something that cannot become a frame; where the next one begins is unknown.</summary>
    Broken = 2,
}
