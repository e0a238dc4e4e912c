namespace LoadHarness.Servers.Shared;

/// <summary>Measures how long one and the same thing has been under way, from the first look that saw it.</summary>
internal struct Patience
{
    private long _mark;
    private long _since;

    /// <summary>Looks.</summary>
    /// <param name="mark">The number of what is under way now; 0 for nothing.</param>
    /// <param name="now">Timestamp of the look.</param>
    /// <param name="limit_ticks">How long it may last.</param>
    /// <returns>True when it has lasted longer.</returns>
    public bool IsExhausted(long mark, long now, long limit_ticks)
    {
        if (mark != _mark) (_mark, _since) = (mark, now);
        return mark != 0 && now - _since > limit_ticks;
    }
}
