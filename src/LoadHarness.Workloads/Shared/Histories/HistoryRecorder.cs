using LoadHarness.Contracts.Histories;

namespace LoadHarness.Workloads.Shared.Histories;

/// <summary>
/// Writes down operations of the clients of one generator thread: into room that is there before, with two readings of
/// the clock for each. The call is read before the request can leave, the return after the answer is there, so that an
/// operation takes effect in between.
/// </summary>
/// <param name="now_ns">The monotonic clock that all threads share.</param>
internal sealed class HistoryRecorder(Func<long> now_ns)
{
    /// <summary>The place of an operation that is not recorded.</summary>
    internal const int Nowhere = -1;

    private HistoryEntry[] _entries = [];
    private int _count;
    private long _cut_ns = long.MaxValue;
    private long _unrecorded;

    /// <summary>Forgets everything and makes room.</summary>
    internal void Begin(int room)
    {
        if (_entries.Length != room) _entries = new HistoryEntry[room];
        (_count, _cut_ns, _unrecorded) = (0, long.MaxValue, 0);
    }

    /// <summary>An operation begins.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="key">Number of its key.</param>
    /// <param name="value">What it writes; of others 0.</param>
    /// <param name="client">Who does it.</param>
    /// <returns>Its place.</returns>
    internal int Call(KeyOperationKind kind, int key, int value, int client)
    {
        if (_entries.Length == 0) return Nowhere;
        if (_count == _entries.Length)
        {
            if (_unrecorded++ == 0) _cut_ns = now_ns();
            return Nowhere;
        }

        _entries[_count] = new HistoryEntry
        {
            Kind = kind,
            Key = (short)key,
            Value = value,
            Client = client,
            Call_ns = now_ns(),
            Return_ns = KeyOperation.Unknown,
        };
        return _count++;
    }

    /// <summary>The answer to a write is there.</summary>
    internal void Written(int place)
    {
        if (place != Nowhere) _entries[place].Return_ns = now_ns();
    }

    /// <summary>The answer to a read or remove is there.</summary>
    internal void Seen(int place, int value)
    {
        if (place == Nowhere) return;
        _entries[place].Value = value;
        _entries[place].Return_ns = now_ns();
    }

    /// <summary>What was recorded, by key.</summary>
    internal RecordedHistory Take(IReadOnlyList<string> keys)
    {
        var operations = keys.Select(_ => new List<KeyOperation>()).ToArray();
        foreach (ref readonly var entry in _entries.AsSpan(0, _count))
        {
            operations[entry.Key].Add(
                new KeyOperation(entry.Kind, entry.Value, entry.Call_ns, entry.Return_ns, entry.Client));
        }

        return new RecordedHistory
        {
            Keys = keys,
            Operations = operations,
            Cut_ns = _cut_ns,
            Unrecorded = _unrecorded,
        };
    }
}
