using LoadHarness.Contracts.Serving;

namespace LoadHarness.Servers.Shared;

/// <summary>The threads that wait for the same flush, and how it ended.</summary>
internal sealed class FlushBatch
{
    private readonly object _monitor = new();
    private bool _isDone;
    private bool _wantsLeader;
    private Exception? _fault;

    /// <summary>Threads that have joined; guarded by the flusher's lock.</summary>
    public int Members { get; set; }

    /// <summary>Waits until the flush is done, or until this thread is the one appointed to do it.</summary>
    /// <returns>True when this thread has to flush; false when the flush has succeeded.</returns>
    /// <exception cref="DurabilityException">The flush has failed.</exception>
    public bool AwaitOutcome()
    {
        lock (_monitor)
        {
            while (!_isDone && !_wantsLeader) Monitor.Wait(_monitor);
            var leads = !_isDone;
            _wantsLeader = false;
            if (_fault is not null) throw new DurabilityException(_fault.Message, _fault);
            return leads;
        }
    }

    /// <summary>Makes one of the members the leader.</summary>
    public void AppointLeader()
    {
        lock (_monitor)
        {
            _wantsLeader = true;
            Monitor.Pulse(_monitor);
        }
    }

    /// <summary>Lets all members go on, or fail.</summary>
    public void Complete(Exception? fault)
    {
        lock (_monitor)
        {
            _isDone = true;
            _fault = fault;
            Monitor.PulseAll(_monitor);
        }
    }
}
