using System.Net;
using System.Text.Json;

namespace LoadHarness.Discovery.Records;

/// <summary>
/// The registered services. A record is gone as soon as its lifetime has passed since its last update: the table's, or
/// the record's own if that is shorter. Safe to call from any thread.
/// </summary>
public sealed class RecordTable
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly CatalogLimits _limits;
    private long _bytes;

    /// <summary>Makes an empty table.</summary>
    /// <param name="lifetime">How long a record stays after an update, at most; above zero.</param>
    /// <param name="limits">How much is kept.</param>
    /// <param name="time">Wall clock for <c>lastheardfrom</c>, monotonic clock for ageing.</param>
    public RecordTable(TimeSpan lifetime, CatalogLimits limits, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        Lifetime = lifetime;
        _limits = limits;
        _time = time;
    }

    /// <summary>How long a record stays after an update, at most.</summary>
    public TimeSpan Lifetime { get; }

    /// <summary>Adds or renews the record of an update.</summary>
    /// <param name="update">A JSON object as <see cref="UpdateReader"/> gives it.</param>
    /// <param name="sender">Where it came from.</param>
    /// <param name="hostName">The sender's host name, or null when unknown.</param>
    /// <param name="record">The record made, also when it was refused.</param>
    public RecordChange Apply(JsonElement update, IPAddress sender, string? hostName, out CatalogRecord record)
    {
        record = RecordMaker.Make(update, sender, hostName, _time.GetUtcNow());
        lock (_lock)
        {
            _entries.TryGetValue(record.Key, out var old);
            if (!HasRoom(record, old))
            {
                RemoveExpired(removed: null);
                _entries.TryGetValue(record.Key, out old);
            }

            if (!HasRoom(record, old)) return RecordChange.Refused;
            var known = old is not null && IsLive(old);
            _bytes += record.Line.Length - (old?.Record.Line.Length ?? 0);
            _entries[record.Key] = new Entry(record, _time.GetTimestamp());
            return known ? RecordChange.Renewed : RecordChange.Added;
        }
    }

    /// <summary>The records that have not expired, by name without regard to case, then by key.</summary>
    public IReadOnlyList<CatalogRecord> Live()
    {
        List<CatalogRecord> live;
        lock (_lock) live = [.. _entries.Values.Where(IsLive).Select(entry => entry.Record)];
        live.Sort(static (a, b) =>
        {
            var byName = string.Compare(a.Name, b.Name, StringComparison.OrdinalIgnoreCase);
            return byName != 0 ? byName : string.CompareOrdinal(a.Key, b.Key);
        });
        return live;
    }

    /// <summary>The record with this key, or null when there is none or it has expired.</summary>
    public CatalogRecord? Find(string key)
    {
        lock (_lock) return _entries.TryGetValue(key, out var entry) && IsLive(entry) ? entry.Record : null;
    }

    /// <summary>Frees the memory of expired records and returns them.</summary>
    public IReadOnlyList<CatalogRecord> Sweep()
    {
        var removed = new List<CatalogRecord>();
        lock (_lock) RemoveExpired(removed);
        return removed;
    }

    private bool HasRoom(CatalogRecord record, Entry? old) =>
        (old is not null || _entries.Count < _limits.MaxRecords)
        && _bytes + record.Line.Length - (old?.Record.Line.Length ?? 0) <= _limits.MaxTableBytes;

    private void RemoveExpired(List<CatalogRecord>? removed)
    {
        foreach (var (key, entry) in _entries)
        {
            if (IsLive(entry)) continue;
            _entries.Remove(key);
            _bytes -= entry.Record.Line.Length;
            removed?.Add(entry.Record);
        }
    }

    private bool IsLive(Entry entry)
    {
        var lifetime = entry.Record.OwnLifetime is { } own && own < Lifetime ? own : Lifetime;
        return _time.GetElapsedTime(entry.HeardAt) < lifetime;
    }

    private sealed record Entry(CatalogRecord Record, long HeardAt);
}
