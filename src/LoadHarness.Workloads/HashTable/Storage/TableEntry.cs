namespace LoadHarness.Workloads.HashTable.Storage;

/// <summary>A key from its insertion to its removal.</summary>
/// <param name="key">The key as a canonical JSON string, quotes included.</param>
internal sealed class TableEntry(byte[] key)
{
    private ValueVersion? _current;

    /// <summary>The key as a canonical JSON string, quotes included.</summary>
    public byte[] Key { get; } = key;

    /// <summary>
    /// The newest version; null when the key is removed and no snapshot can see it. Readable from any thread.
    /// </summary>
    public ValueVersion? Current
    {
        get => Volatile.Read(ref _current);
        set => Volatile.Write(ref _current, value);
    }

    /// <summary>The version that a snapshot of this sequence number sees; null when it sees none.</summary>
    public ValueVersion? At(long sequence)
    {
        var version = Current;
        while (version is not null && version.Sequence > sequence) version = version.Previous;
        return version?.Value is null ? null : version;
    }
}
