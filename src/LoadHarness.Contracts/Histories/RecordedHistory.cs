namespace LoadHarness.Contracts.Histories;

/// <summary>What the clients of one generator thread did to the keys they contend for, from a known start on.</summary>
public sealed record RecordedHistory
{
    /// <summary>
    /// Names of the keys. All threads have the same ones, and none was there before the first operation.
    /// </summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>Operations on each of them, in the order of their calls.</summary>
    public required IReadOnlyList<IReadOnlyList<KeyOperation>> Operations { get; init; }

    /// <summary>
    /// From here on not everything was recorded, monotonic ns; <see cref="long.MaxValue"/> when nothing is missing.
    /// </summary>
    public long Cut_ns { get; init; } = long.MaxValue;

    /// <summary>Operations that were not recorded for want of room.</summary>
    public long Unrecorded { get; init; }
}
