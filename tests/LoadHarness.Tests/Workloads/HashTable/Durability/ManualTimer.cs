namespace LoadHarness.Tests.Workloads.HashTable.Durability;

/// <summary>A time provider with one timer that goes off when the test says so.</summary>
internal sealed class ManualTimer : TimeProvider
{
    private Action? _callback;

    /// <summary>The period asked for.</summary>
    public TimeSpan Period { get; private set; }

    /// <summary>Lets the period pass once.</summary>
    public void Elapse() => _callback?.Invoke();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Period = period;
        _callback = () => callback(state);
        return new Timer(this);
    }

    private sealed class Timer(ManualTimer owner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => owner._callback = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
