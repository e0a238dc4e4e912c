namespace LoadHarness.Engine.Threads;

/// <summary>What generator threads look at once a turn. Set by any thread, which then wakes the loops.</summary>
internal sealed class RunSignals
{
    private volatile bool _isStarted;
    private volatile bool _isExhausted;
    private volatile bool _isStopped;

    /// <summary>The first window may start.</summary>
    public bool IsStarted => _isStarted;

    /// <summary>Some population has nothing left to measure: close the window, it is the last one.</summary>
    public bool IsExhausted => _isExhausted;

    /// <summary>End at once.</summary>
    public bool IsStopped => _isStopped;

    /// <summary>Lets the first window start.</summary>
    public void Start() => _isStarted = true;

    /// <summary>Makes the open window the last one.</summary>
    public void Exhaust() => _isExhausted = true;

    /// <summary>Ends the run.</summary>
    public void Stop() => _isStopped = true;
}
