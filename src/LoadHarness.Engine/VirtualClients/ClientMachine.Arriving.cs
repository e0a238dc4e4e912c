using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Time;
using LoadHarness.Engine.Schedules;

namespace LoadHarness.Engine.VirtualClients;

/// <content>An open loop: arrivals meet free clients.</content>
internal sealed partial class ClientMachine
{
    private readonly FreeSlots _free = new();

    // Null in a closed loop, and before the first window.
    private ArrivalQueue? _arrivals;

    /// <summary>
    /// Until when the thread may sleep for want of arrivals, monotonic ns; <see cref="long.MaxValue"/> in a closed
    /// loop, and when a client must become free first.
    /// </summary>
    public long WakeForArrival_ns =>
        _arrivals is null || _free.Oldest is null ? long.MaxValue : _arrivals.Wake_ns;

    /// <summary>Counts the arrivals of the window that ends; nothing in a closed loop.</summary>
    public void CountArrivals(long now_ns)
    {
        if (_arrivals is null || Recorder.OpenLoop is not { } open) return;
        (open.Arrivals, open.Waiting) = _arrivals.Count(now_ns);
    }

    /// <inheritdoc/>
    public void TurnEnded()
    {
        if (_arrivals is not null) Dispatch(_arrivals, MonotonicClock.Now_ns);
    }

    /// <summary>
    /// Clients that are ready count as free from the start on, though the thread may begin a little later.
    /// </summary>
    private void StartArrivals(ArrivalQueue arrivals)
    {
        _arrivals = arrivals;
        foreach (var slot in _slots)
        {
            if (slot.State == SlotState.Ready || !_isPersistent) BecomeFree(slot, arrivals.Start_ns);
        }
    }

    private void BecomeFree(ClientSlot slot, long now_ns)
    {
        slot.State = SlotState.Ready;
        _free.Add(slot, now_ns);
    }

    /// <summary>
    /// Sends what is due, in order, as long as a client is free. An arrival that found none free when it was due is
    /// dropped, if that is the policy, even when one has become free since.
    /// </summary>
    private void Dispatch(ArrivalQueue arrivals, long now_ns)
    {
        var drops = _plan.Open?.BusyPolicy == BusyPolicy.Drop;
        while (arrivals.Due_ns <= now_ns && !IsExhausted)
        {
            var slot = _free.Oldest;
            if (drops && (slot is null || slot.FreeSince_ns > arrivals.Due_ns)) Drop();
            else if (slot is null) return;
            else Launch(slot, arrivals.Due_ns);
            // What an exhausted population did not take has not been sent.
            if (!IsExhausted) arrivals.Advance();
        }
    }

    private void Drop()
    {
        if (Recorder.OpenLoop is { } open) open.Dropped++;
    }

    private void Launch(ClientSlot slot, long due_ns)
    {
        _free.Remove(slot);
        slot.Due_ns = due_ns;
        if (_isPersistent) BeginOperation(slot);
        else Connect(slot);
    }
}
