using LoadHarness.Contracts.Loading;

namespace LoadHarness.Engine.VirtualClients;

/// <content>What happens when an operation or a connect fails.</content>
internal sealed partial class ClientMachine
{
    /// <summary>
    /// Ends operations and connects that take longer than the limit. Called at intervals that are small against the
    /// limit, so
    /// that no operation costs a timer of its own.
    /// </summary>
    public void EndOverdue(long now_ns)
    {
        var startedBefore_ns = now_ns - _plan.OperationTimeout_us * 1000;
        foreach (var slot in _slots)
        {
            if (slot.Started_ns > startedBefore_ns) continue;
            if (slot.State is SlotState.Outstanding or SlotState.Pausing)
            {
                Fail(slot, Outcome.Timeout, now_ns);
            }
            else if (slot.State == SlotState.Connecting)
            {
                LeaveRamp(slot);
                Fail(slot, Outcome.ConnectFailed, now_ns);
            }
        }
    }

    /// <summary>Counts the failure; the client starts anew, with a new connection, after the retry pause.</summary>
    private void Fail(ClientSlot slot, Outcome outcome, long now_ns)
    {
        if (IsOutstanding(slot)) Outstanding.End(now_ns);
        Recorder.CountError(TypeOf(slot), slot.Index, outcome);
        GiveUpOperation(slot);
        Disconnect(slot);
        slot.State = SlotState.Resting;
        WaitUntil(slot, _schedule.AfterFailure_ns(now_ns));
    }

    private static void GiveUpOperation(ClientSlot slot)
    {
        if (!slot.HasBegun) return;
        slot.HasBegun = false;
        slot.Client.Abandoned();
    }

    /// <summary>With a connection for every operation, the connect is part of it.</summary>
    private bool IsOutstanding(ClientSlot slot) =>
        slot.State == SlotState.Outstanding || (slot.State == SlotState.Connecting && !_isPersistent);
}
