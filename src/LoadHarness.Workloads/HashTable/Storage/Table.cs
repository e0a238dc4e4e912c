using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.HashTable.Storage;

/// <summary>
/// The hash table in memory, with snapshots. Calls take turns (the service asks for exclusion); only snapshots are read
/// beside them.
/// Entries stand in an array in order of insertion. A write replaces an entry's version and links the old one only
/// when a living snapshot can see it, so that chains stay as short as the number of living snapshots.
/// </summary>
internal sealed class Table
{
    private const int SmallestArray = 64;

    private readonly Dictionary<byte[], TableEntry> _byKey = new(KeyComparer.Instance);
    private readonly Dictionary<byte[], TableEntry>.AlternateLookup<ReadOnlySpan<byte>> _find;
    private readonly List<TableSnapshot> _snapshots = [];
    private readonly Lock _snapshotLock = new();
    private TableEntry[] _entries = new TableEntry[SmallestArray];
    private int _used;
    private long _newestSnapshot = -1;

    internal Table() => _find = _byKey.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>Number of keys.</summary>
    public int Count => _byKey.Count;

    /// <summary>The newest version of a key, or null.</summary>
    public ValueVersion? Find(ReadOnlySpan<byte> key) => _find.TryGetValue(key, out var entry) ? entry.Current : null;

    /// <summary>Sets a key's value.</summary>
    public void Set(ReadOnlySpan<byte> key, byte[] value, long sequence)
    {
        if (!_find.TryGetValue(key, out var entry))
        {
            entry = new TableEntry(key.ToArray());
            _byKey.Add(entry.Key, entry);
            Append(entry);
        }

        entry.Current = new ValueVersion(value, sequence, StillSeen(entry.Current));
    }

    /// <summary>Takes a key out.</summary>
    /// <returns>The value it had, or null when it was not there.</returns>
    public byte[]? Remove(ReadOnlySpan<byte> key, long sequence)
    {
        if (!_find.Remove(key, out _, out var entry)) return null;
        var last = entry.Current;
        var seen = StillSeen(last);
        entry.Current = seen is null ? null : new ValueVersion(null, sequence, seen);
        return last?.Value;
    }

    /// <summary>The table as it is after the write with this number.</summary>
    public TableSnapshot TakeSnapshot(long sequence)
    {
        var snapshot = new TableSnapshot(this, _entries, _used, Count, sequence);
        lock (_snapshotLock)
        {
            _snapshots.Add(snapshot);
            Volatile.Write(ref _newestSnapshot, sequence);
        }

        return snapshot;
    }

    /// <summary>Called by a snapshot's Dispose, on any thread.</summary>
    internal void Release(TableSnapshot snapshot)
    {
        lock (_snapshotLock)
        {
            _snapshots.Remove(snapshot);
            Volatile.Write(ref _newestSnapshot, _snapshots.Count == 0 ? -1 : _snapshots[^1].Sequence);
        }
    }

    private ValueVersion? StillSeen(ValueVersion? version)
    {
        if (Volatile.Read(ref _newestSnapshot) < 0 || version is null) return null;
        lock (_snapshotLock) return SeenBySnapshots(version);
    }

    /// <summary>
    /// Cuts out of a chain what no living snapshot sees. Without it snapshots that overlap, one taken before the last
    /// is released, would keep every version for ever.
    /// </summary>
    private ValueVersion? SeenBySnapshots(ValueVersion newest)
    {
        ValueVersion? first = null;
        ValueVersion? last = null;
        var snapshot = _snapshots.Count - 1;
        for (var version = newest; version is not null && snapshot >= 0; version = version.Previous)
        {
            if (_snapshots[snapshot].Sequence < version.Sequence) continue;
            if (last is null) first = version;
            else last.Previous = version;
            last = version;
            while (snapshot >= 0 && _snapshots[snapshot].Sequence >= version.Sequence) snapshot--;
        }

        if (last is not null) last.Previous = null;
        return first;
    }

    private void Append(TableEntry entry)
    {
        if (_used == _entries.Length) MakeRoom();
        _entries[_used++] = entry;
    }

    /// <summary>
    /// Moves the living entries to a new array; snapshots keep the old one, which is not written any more.
    /// </summary>
    private void MakeRoom()
    {
        var room = new TableEntry[Math.Max(SmallestArray, 2 * Count)];
        var used = 0;
        foreach (var entry in _entries.AsSpan(0, _used))
        {
            if (entry.Current?.Value is not null) room[used++] = entry;
        }

        _entries = room;
        _used = used;
    }
}
