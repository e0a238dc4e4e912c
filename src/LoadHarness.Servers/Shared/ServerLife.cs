namespace LoadHarness.Servers.Shared;

/// <summary>
/// What every running server keeps about itself: its counts, whether it is to stop, and how it ended.
/// </summary>
internal sealed class ServerLife
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _gate = new();
    private bool _isStopping;
    private Exception? _fault;
    private long _acceptedCount;
    private int _openCount;

    /// <summary>Connections accepted since start.</summary>
    public long AcceptedCount => Interlocked.Read(ref _acceptedCount);

    /// <summary>Connections open now.</summary>
    public int OpenCount => Volatile.Read(ref _openCount);

    /// <summary>True once the server has been asked to stop or has failed.</summary>
    public bool IsStopping => Volatile.Read(ref _isStopping);

    /// <summary>Completes with <see cref="End"/>.</summary>
    public Task Completion => _completion.Task;

    /// <summary>Counts a new connection and gives it its number, from 1.</summary>
    public long Opened()
    {
        Interlocked.Increment(ref _openCount);
        return Interlocked.Increment(ref _acceptedCount);
    }

    /// <summary>Counts a connection that has gone.</summary>
    public void Closed() => Interlocked.Decrement(ref _openCount);

    /// <summary>Asks the server to stop.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _isStopping = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>
    /// The server cannot go on: it stops, and <see cref="Completion"/> will carry the first such fault.
    /// </summary>
    public void Fail(Exception fault)
    {
        Interlocked.CompareExchange(ref _fault, fault, null);
        Stop();
    }

    /// <summary>Waits for the request to stop.</summary>
    /// <returns>True when it has come, false when the time was up first.</returns>
    public bool WaitForStop(TimeSpan atMost)
    {
        lock (_gate) return _isStopping || Monitor.Wait(_gate, atMost);
    }

    /// <summary>The server has stopped: no handler will be called any more.</summary>
    public void End()
    {
        if (_fault is null) _completion.TrySetResult();
        else _completion.TrySetException(_fault);
    }

    /// <summary>Waits for <see cref="End"/>, whatever the outcome.</summary>
    public void AwaitEnd() => Task.WaitAny(_completion.Task);
}
