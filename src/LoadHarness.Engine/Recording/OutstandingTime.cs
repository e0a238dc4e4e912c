namespace LoadHarness.Engine.Recording;

/// <summary>
/// The time that clients spend with an operation outstanding, summed over clients, exact to the clock and cut at window
/// ends:
/// ∑ ends − ∑ begins, both counted from the window's start, plus what is still outstanding at the cut.
/// </summary>
internal sealed class OutstandingTime
{
    private long _windowStart_ns;
    private long _balance_ns;
    private int _outstanding;

    /// <summary>An operation begins.</summary>
    public void Begin(long now_ns)
    {
        _outstanding++;
        _balance_ns -= now_ns - _windowStart_ns;
    }

    /// <summary>An operation ends.</summary>
    public void End(long now_ns)
    {
        _outstanding--;
        _balance_ns += now_ns - _windowStart_ns;
    }

    /// <summary>The time since the last cut; starts the next window.</summary>
    public long Cut_ns(long now_ns)
    {
        var total_ns = _balance_ns + _outstanding * (now_ns - _windowStart_ns);
        (_windowStart_ns, _balance_ns) = (now_ns, 0);
        return total_ns;
    }
}
