namespace LoadHarness.Workloads.HashTable.Storage;

/// <summary>
/// The table as it was after one write. Taking it costs O(1); it may be read on any thread while writes go on.
/// Dispose it soon: while it lives, overwritten values that it can see are kept.
/// </summary>
internal sealed class TableSnapshot : IDisposable
{
    private readonly Table _table;
    private readonly TableEntry[] _entries;
    private readonly int _used;

    internal TableSnapshot(Table table, TableEntry[] entries, int used, int count, long sequence)
    {
        _table = table;
        _entries = entries;
        _used = used;
        Count = count;
        Sequence = sequence;
    }

    /// <summary>Keys in it.</summary>
    public int Count { get; }

    /// <summary>The last write in it.</summary>
    public long Sequence { get; }

    /// <summary>
    /// Every entry that may be in it, in order of insertion; ask each with <see cref="TableEntry.At"/>.
    /// </summary>
    public ReadOnlySpan<TableEntry> Candidates => _entries.AsSpan(0, _used);

    public void Dispose() => _table.Release(this);
}
