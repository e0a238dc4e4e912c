namespace LoadHarness.Engine.Schedules;

/// <summary>
/// The arrivals of one generator thread in order: those that wait and those to come. None is kept anywhere: the
/// schedule is a pure function, so a place in it says all, and a queue of any length takes no memory.
/// </summary>
/// <param name="schedule">When they are due.</param>
/// <param name="start_ns">Start of the load, monotonic ns.</param>
internal sealed class ArrivalQueue(ArrivalSchedule schedule, long start_ns)
{
    private const double LongestAwake_ns = 50_000;
    private const double ShareAwake = 0.1;

    private readonly long _awake_ns = (long)Math.Min(LongestAwake_ns, ShareAwake * schedule.MeanGap_ns);
    private Arrival _head = schedule.First;
    private Arrival _firstNotDue = schedule.First;

    /// <summary>Start of the load, monotonic ns.</summary>
    public long Start_ns => start_ns;

    /// <summary>When the first arrival that has neither been sent nor dropped is due, monotonic ns.</summary>
    public long Due_ns => start_ns + _head.Offset_ns;

    /// <summary>
    /// When to be awake for it, monotonic ns. To wake takes tens of µs, by which every arrival would be late; so the
    /// sleep ends up to 50 µs before, but no more than a tenth of the mean gap: awake for nothing for at most that
    /// share of the time, and never when there is something to do.
    /// </summary>
    public long Wake_ns => Due_ns - _awake_ns;

    /// <summary>That arrival has been sent or dropped.</summary>
    public void Advance() => _head = schedule.After(_head);

    /// <summary>Arrivals due since the last count, and those that wait now.</summary>
    /// <param name="now_ns">Monotonic time, not before that of any arrival that was sent or dropped.</param>
    public (long Arrived, long Waiting) Count(long now_ns)
    {
        var counted = _firstNotDue.Number;
        if (_head.Number > counted) _firstNotDue = _head;
        while (start_ns + _firstNotDue.Offset_ns <= now_ns) _firstNotDue = schedule.After(_firstNotDue);
        return (_firstNotDue.Number - counted, _firstNotDue.Number - _head.Number);
    }
}
