namespace LoadHarness.Workloads.HashTable.Durability;

/// <summary>
/// When the log is synced to the disk. It is always written to the operating system before a reply leaves.
/// </summary>
internal enum FlushPolicy
{
    /// <summary>Before every reply: nothing acknowledged is lost, whatever fails.</summary>
    Always = 0,

    /// <summary>
    /// Once a second in the background: a power failure loses about the last second, the end of the process nothing.
    /// </summary>
    EverySecond = 1,

    /// <summary>
    /// When the operating system likes: a power failure may lose more, the end of the process nothing.
    /// </summary>
    Never = 2,
}
