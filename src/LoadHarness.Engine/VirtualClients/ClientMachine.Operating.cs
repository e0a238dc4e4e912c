using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Network;

namespace LoadHarness.Engine.VirtualClients;

/// <content>The path of one operation: begin, receive, pause, complete.</content>
internal sealed partial class ClientMachine
{
    /// <summary>The first answer that was wrong or broken off; null when none was.</summary>
    public FaultyAnswer? FaultyAnswer { get; private set; }

    /// <inheritdoc/>
    public int Received(LoopConnection connection, ReadOnlySpan<byte> bytes, bool end)
    {
        var seen_ns = MonotonicClock.Now_ns;
        var slot = _slots[connection.Token];
        Recorder.BytesReceived += bytes.Length - slot.Unconsumed_bytes;
        slot.Unconsumed_bytes = bytes.Length;
        if (end) slot.PeerEnded = true;
        if (slot.State != SlotState.Outstanding)
        {
            if (end) LoseIdleConnection(slot);
            return 0;
        }

        _request.Clear();
        var step = slot.Client.Receive(bytes, end, _request);
        FaultyAnswer ??= FaultyAnswer.Of(step, bytes, end);
        slot.Unconsumed_bytes = bytes.Length - step.Consumed;
        Follow(slot, step, seen_ns);
        return step.Consumed;
    }

    /// <summary>
    /// The connection is up and the operation due. A persistent client's latency starts here, with the request.
    /// </summary>
    private void BeginOperation(ClientSlot slot)
    {
        _request.Clear();
        var step = slot.Client.Begin(_plan.Purpose, _request);
        if (step.Next == ClientNext.Idle)
        {
            BecomeIdle(slot);
            return;
        }

        if (step.Next == ClientNext.Complete)
            throw new InvalidOperationException("A virtual client completed an operation in Begin.");
        slot.HasBegun = true;
        if (_isPersistent) StartOperation(slot);
        Follow(slot, step, slot.Started_ns);
    }

    /// <summary>The operation starts: latency counts from here, in an open loop from when it was due as well.</summary>
    private void StartOperation(ClientSlot slot)
    {
        slot.Started_ns = MonotonicClock.Now_ns;
        Outstanding.Begin(slot.Started_ns);
        if (Recorder.OpenLoop is not { } open) return;
        slot.SendLag_ns = slot.Started_ns - slot.Due_ns;
        open.CountSent(slot.SendLag_ns, slot.Started_ns - Math.Max(slot.Due_ns, slot.FreeSince_ns));
    }

    private void ContinueOperation(ClientSlot slot)
    {
        _loop.SetReading(slot.Connection!, true);
        _request.Clear();
        slot.Started_ns = MonotonicClock.Now_ns;
        Outstanding.Begin(slot.Started_ns);
        Follow(slot, slot.Client.Elapsed(_request), slot.Started_ns);
    }

    /// <summary>
    /// The client's own pause is not the server's time: latency and the time limit start anew when it is over.
    /// </summary>
    private void Pause(ClientSlot slot, long length_ns)
    {
        var now_ns = MonotonicClock.Now_ns;
        Outstanding.End(now_ns);
        slot.Started_ns = now_ns + length_ns;
        WaitUntil(slot, slot.Started_ns);
    }

    /// <summary>Does what a client asked for in the middle of an operation.</summary>
    private void Follow(ClientSlot slot, ClientStep step, long seen_ns)
    {
        switch (step.Next)
        {
            case ClientNext.Complete:
                Complete(slot, step.Outcome, seen_ns);
                break;
            case ClientNext.Receive when slot.PeerEnded:
                Fail(slot, Outcome.Reset, seen_ns);
                break;
            case ClientNext.Receive:
                slot.State = SlotState.Outstanding;
                SendRequest(slot);
                break;
            case ClientNext.Wait:
                slot.State = SlotState.Pausing;
                SendRequest(slot);
                // What arrives in the pause stays in the kernel: the client is not asked before it is over.
                _loop.SetReading(slot.Connection!, false);
                Pause(slot, step.Delay_us * 1000);
                break;
            default:
                throw new InvalidOperationException("A virtual client is idle in the middle of an operation.");
        }
    }

    private void SendRequest(ClientSlot slot)
    {
        var request = _request.Pending;
        if (request.IsEmpty) return;
        Recorder.BytesSent += request.Length;
        _loop.Send(slot.Connection!, request);
    }

    private void Complete(ClientSlot slot, Outcome outcome, long seen_ns)
    {
        slot.HasBegun = false;
        if (outcome != Outcome.Correct)
        {
            Fail(slot, outcome, seen_ns);
            return;
        }

        Outstanding.End(seen_ns);
        var (type, latency_ns) = (TypeOf(slot), seen_ns - slot.Started_ns);
        Recorder.CountCorrect(type, slot.Index, latency_ns);
        Recorder.OpenLoop?.CountCorrect(type, latency_ns + slot.SendLag_ns);
        LastProgress_ns = seen_ns;
        _extraWork?.Do();
        slot.State = SlotState.Thinking;
        if (!_isPersistent || slot.PeerEnded) DisconnectAfterOperation(slot);
        else LeaveWornConnection(slot);
        var due_ns = _schedule.AfterAnswer_ns(seen_ns);
        slot.Started_ns = due_ns;
        if (due_ns > seen_ns) WaitUntil(slot, due_ns);
        else Proceed(slot);
    }

    private void BecomeIdle(ClientSlot slot)
    {
        if (!_isPersistent) Outstanding.End(MonotonicClock.Now_ns);
        Disconnect(slot);
        slot.State = SlotState.Idle;
        _idleCount++;
        LastProgress_ns = MonotonicClock.Now_ns;
        IsExhausted = _plan.Purpose == Purpose.Measure;
    }

    private int TypeOf(ClientSlot slot)
    {
        var type = slot.Client.OperationType;
        return (uint)type < (uint)_plan.OperationTypeCount ? type : 0;
    }
}
