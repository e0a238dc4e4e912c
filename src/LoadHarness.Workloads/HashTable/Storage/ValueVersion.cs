namespace LoadHarness.Workloads.HashTable.Storage;

/// <summary>
/// One value that a key had from one write until the next. What a living snapshot sees never changes, so that snapshots
/// can be read without a lock.
/// </summary>
/// <param name="value">Canonical JSON; null when the key was removed.</param>
/// <param name="sequence">The write that made it.</param>
/// <param name="previous">The version before it that some snapshot may still read, or null.</param>
internal sealed class ValueVersion(byte[]? value, long sequence, ValueVersion? previous)
{
    private ValueVersion? _previous = previous;

    /// <summary>Canonical JSON; null when the key was removed.</summary>
    public byte[]? Value { get; } = value;

    /// <summary>The write that made it.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>
    /// The version before it that some snapshot may still read, or null. Readable from any thread; versions in between
    /// that no snapshot reads any more may be left out.
    /// </summary>
    public ValueVersion? Previous
    {
        get => Volatile.Read(ref _previous);
        set => Volatile.Write(ref _previous, value);
    }
}
