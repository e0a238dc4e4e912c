namespace LoadHarness.Workloads.HashTable.Durability;

/// <summary>A log at the moment the service starts.</summary>
/// <param name="File">The open file; everything in it is durable.</param>
/// <param name="LastSequence">The last write ever made.</param>
/// <param name="Records">Records in the file.</param>
internal readonly record struct OpenedLog(LogFile File, long LastSequence, long Records)
{
    /// <summary>A log without records.</summary>
    internal static OpenedLog Empty(LogFile file, long lastSequence) => new(file, lastSequence, 0);
}
