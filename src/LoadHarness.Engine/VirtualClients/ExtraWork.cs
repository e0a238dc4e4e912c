using LoadHarness.Contracts.Time;

namespace LoadHarness.Engine.VirtualClients;

/// <summary>
/// Keeps a generator thread's CPU busy for a known time, once for every operation. What one call takes too long, for
/// the clock is read in steps, the next one does less, so that the mean is right.
/// </summary>
/// <param name="length_ns">Length of the work for one operation, ns, &gt; 0.</param>
internal sealed class ExtraWork(long length_ns)
{
    private long _owed_ns;

    /// <summary>Does the work that one operation adds.</summary>
    public void Do()
    {
        _owed_ns += length_ns;
        if (_owed_ns <= 0) return;
        var begin_ns = MonotonicClock.Now_ns;
        var spent_ns = 0L;
        while (spent_ns < _owed_ns) spent_ns = MonotonicClock.Now_ns - begin_ns;
        // A thread that was pushed off its CPU has not worked: one operation's work is the most to be set off.
        _owed_ns = Math.Max(_owed_ns - spent_ns, -length_ns);
    }
}
