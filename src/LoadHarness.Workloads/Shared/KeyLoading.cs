using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.Shared;

/// <summary>
/// The numbered keys that one generator thread puts on a server before the measurement: each once, and again what
/// failed.
/// </summary>
/// <param name="share">The thread's part of the keys.</param>
/// <param name="keys">Keys, all shares together.</param>
internal sealed class KeyLoading(PopulationShare share, int keys)
{
    private readonly Stack<int> _failed = new();
    private int _next = share.Index;
    private int _outstanding;

    /// <summary>True when the server has them all.</summary>
    public bool IsDone => _next >= keys && _failed.Count == 0 && _outstanding == 0;

    /// <summary>The next key to load; −1 when there is none. It is answered for by <see cref="Loaded"/>.</summary>
    public int Take()
    {
        if (!_failed.TryPop(out var number))
        {
            if (_next >= keys) return -1;
            number = _next;
            _next += share.Count;
        }

        _outstanding++;
        return number;
    }

    /// <summary>A key taken was loaded, or not.</summary>
    public void Loaded(int number, bool isThere)
    {
        _outstanding--;
        if (!isThere) _failed.Push(number);
    }

    /// <summary>The server holds nothing any more.</summary>
    public void Restart()
    {
        _next = share.Index;
        _failed.Clear();
    }
}
