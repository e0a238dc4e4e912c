namespace LoadHarness.Platform.Network.Timers;

/// <summary>
/// Timers in order of their due time, and in the order they were set where due times are equal. A binary heap.
/// </summary>
internal sealed class TimerHeap
{
    private Entry[] _entries = new Entry[64];
    private int _count;
    private long _setCount;

    /// <summary>When the earliest is due, monotonic ns; <see cref="long.MaxValue"/> when there is none.</summary>
    public long NextDue_ns => _count == 0 ? long.MaxValue : _entries[0].Due_ns;

    /// <summary>Timers set so far: the mark for <see cref="TryTake"/>.</summary>
    public long SetCount => _setCount;

    /// <summary>Adds a timer.</summary>
    public void Set(long due_ns, long token)
    {
        if (_count == _entries.Length) Array.Resize(ref _entries, 2 * _count);
        var entry = new Entry(due_ns, _setCount++, token);
        var i = _count++;
        while (i > 0 && entry.IsBefore(_entries[(i - 1) / 2]))
        {
            _entries[i] = _entries[(i - 1) / 2];
            i = (i - 1) / 2;
        }

        _entries[i] = entry;
    }

    /// <summary>Takes the earliest timer if it is due and was set before the mark.</summary>
    /// <param name="now_ns">Monotonic ns.</param>
    /// <param name="setBefore">A value of <see cref="SetCount"/>: timers set later wait for the next turn.</param>
    /// <param name="token">The timer's token.</param>
    public bool TryTake(long now_ns, long setBefore, out long token)
    {
        token = 0;
        if (_count == 0 || _entries[0].Due_ns > now_ns || _entries[0].Order >= setBefore) return false;
        token = _entries[0].Token;
        SinkFromTop(_entries[--_count]);
        return true;
    }

    private void SinkFromTop(Entry entry)
    {
        var i = 0;
        while (true)
        {
            var child = 2 * i + 1;
            if (child >= _count) break;
            if (child + 1 < _count && _entries[child + 1].IsBefore(_entries[child])) child++;
            if (!_entries[child].IsBefore(entry)) break;
            _entries[i] = _entries[child];
            i = child;
        }

        _entries[i] = entry;
    }

    private readonly record struct Entry(long Due_ns, long Order, long Token)
    {
        public bool IsBefore(Entry other) => Due_ns < other.Due_ns || (Due_ns == other.Due_ns && Order < other.Order);
    }
}
