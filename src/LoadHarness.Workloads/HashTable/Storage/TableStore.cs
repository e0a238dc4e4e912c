using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Files;
using LoadHarness.Workloads.HashTable.Durability;

namespace LoadHarness.Workloads.HashTable.Storage;

/// <summary>
/// The table with its log, if it has one. A write is logged before the table changes. Calls take turns.
/// </summary>
internal sealed class TableStore : IDisposable
{
    private readonly IDisposable? _folderLock;
    private readonly TransactionLog? _log;
    private readonly Compactor? _compactor;
    private readonly Table _table = new();
    private long _sequence;

    private TableStore()
    {
    }

    private TableStore(IFileSystem files, DurabilityOptions options, IEventSink sink)
    {
        var paths = new DataPaths(options.Folder);
        var folder = new DataFolder(files, paths, options.WriteAhead_bytes, sink);
        _folderLock = folder.Lock();
        try
        {
            var opened = folder.Open(_table);
            _sequence = opened.LastSequence;
            _log = new TransactionLog(files, paths, opened, options.Flush, options.Time);
            _compactor = new Compactor(files, paths, _log, options, sink);
        }
        catch
        {
            _folderLock.Dispose();
            throw;
        }
    }

    /// <summary>The durable side; null for a table in memory only.</summary>
    public IDurable? Durable => _log;

    /// <summary>Number of keys.</summary>
    public int Count => _table.Count;

    /// <summary>The last write: the commit point of whoever sees the whole table.</summary>
    public long Sequence => _sequence;

    /// <summary>A table that ends with the process.</summary>
    public static TableStore InMemory() => new();

    /// <summary>A table kept in a folder, with what is there already.</summary>
    /// <exception cref="DurabilityException">The folder cannot be used; the message says why.</exception>
    public static TableStore Open(IFileSystem files, DurabilityOptions options, IEventSink sink) =>
        new(files, options, sink);

    /// <summary>The newest version of a key, or null.</summary>
    public ValueVersion? Find(ReadOnlySpan<byte> key) => _table.Find(key);

    /// <summary>Sets a key's value.</summary>
    /// <exception cref="DurabilityException">The log has failed; nothing was changed.</exception>
    public void Insert(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        _sequence = _log?.AppendInsert(key, value) ?? _sequence + 1;
        _table.Set(key, value.ToArray(), _sequence);
        _compactor?.AfterWrite(_table);
    }

    /// <summary>Takes a key out. Where there is none, nothing is written.</summary>
    /// <returns>The value it had, or null.</returns>
    /// <exception cref="DurabilityException">The log has failed; nothing was changed.</exception>
    public byte[]? Remove(ReadOnlySpan<byte> key)
    {
        if (_table.Find(key) is null) return null;
        _sequence = _log?.AppendRemove(key) ?? _sequence + 1;
        var old = _table.Remove(key, _sequence);
        _compactor?.AfterWrite(_table);
        return old;
    }

    /// <summary>The table as it is now.</summary>
    public TableSnapshot TakeSnapshot() => _table.TakeSnapshot(_sequence);

    public void Dispose()
    {
        _compactor?.Dispose();
        _log?.Dispose();
        _folderLock?.Dispose();
    }
}
