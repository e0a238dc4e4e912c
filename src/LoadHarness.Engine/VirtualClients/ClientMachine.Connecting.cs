using System.Net;
using System.Net.Sockets;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Network;
using LoadHarness.Platform.Sockets;

namespace LoadHarness.Engine.VirtualClients;

/// <content>From nothing to a connection, and back.</content>
internal sealed partial class ClientMachine
{
    private int _rampNext;
    private int _rampInFlight;

    /// <summary>The first failure of a connect that was this machine's own, see <see cref="Shortages"/>.</summary>
    public SocketError? Shortage { get; private set; }

    /// <summary>Every client has tried to connect once.</summary>
    public bool IsRampDone => _rampNext == _slots.Length && _rampInFlight == 0;

    /// <summary>Lets all clients make their first connect, a limited number at a time.</summary>
    public void Ramp()
    {
        while (_rampNext < _slots.Length && _rampInFlight < _connectsAtOnce)
        {
            var slot = _slots[_rampNext++];
            slot.IsRamping = true;
            _rampInFlight++;
            Proceed(slot);
        }
    }

    /// <inheritdoc/>
    public void Connected(LoopConnection connection, SocketError outcome)
    {
        var slot = _slots[connection.Token];
        LeaveRamp(slot);
        if (outcome != SocketError.Success)
        {
            slot.Connection = null;
            if (Shortage is null && Shortages.Of(outcome) is not null) Shortage = outcome;
            var isRefused = outcome == SocketError.ConnectionRefused;
            Fail(slot, isRefused ? Outcome.Refused : Outcome.ConnectFailed, MonotonicClock.Now_ns);
        }
        else if (!_isOperating)
        {
            slot.State = SlotState.Ready;
        }
        else if (_isPersistent)
        {
            Recorder.CountReconnect(MonotonicClock.Now_ns - slot.Started_ns);
            Proceed(slot);
        }
        else
        {
            BeginOperation(slot);
        }
    }

    /// <summary>
    /// Does what is due: connects when there is no connection to use, else begins the next operation, or waits for one
    /// to arrive; where every operation makes its connection, the arrival comes first.
    /// </summary>
    private void Proceed(ClientSlot slot)
    {
        if (slot.Connection is null && (_isPersistent || _arrivals is null))
        {
            Connect(slot);
        }
        else if (_arrivals is null)
        {
            BeginOperation(slot);
        }
        else
        {
            var now_ns = MonotonicClock.Now_ns;
            BecomeFree(slot, now_ns);
            Dispatch(_arrivals, now_ns);
        }
    }

    private void Connect(ClientSlot slot)
    {
        slot.State = SlotState.Connecting;
        slot.PeerEnded = false;
        slot.Unconsumed_bytes = 0;
        slot.OperationsOnConnection = 0;
        if (_isPersistent) slot.Started_ns = MonotonicClock.Now_ns;
        else StartOperation(slot);
        slot.Connection = _loop.Connect(_plan.Target, slot.Index, SourceOf(slot));
    }

    private IPAddress? SourceOf(ClientSlot slot) => _plan.SourceAddresses.Count == 0
        ? null
        : _plan.SourceAddresses[slot.Index % _plan.SourceAddresses.Count];

    private void LeaveRamp(ClientSlot slot)
    {
        if (!slot.IsRamping) return;
        slot.IsRamping = false;
        _rampInFlight--;
        Ramp();
    }

    private void Disconnect(ClientSlot slot)
    {
        if (slot.Connection is { } connection) _loop.Close(connection, _plan.ResetOnClose);
        slot.Connection = null;
    }

    /// <summary>
    /// Closes a connection after an operation. That is work of the client's own: part of no latency, and timed so that
    /// it does not count as time lost, unless the client pauses meanwhile anyway.
    /// </summary>
    private void DisconnectAfterOperation(ClientSlot slot)
    {
        var from_ns = MonotonicClock.Now_ns;
        Disconnect(slot);
        if (_plan.ThinkTime_us == 0) Recorder.ClosingTime_ns += MonotonicClock.Now_ns - from_ns;
    }

    /// <summary>
    /// The connection has served as often as it may. All answers have been received, so a reset loses nothing; a close
    /// would leave the generator without free ports.
    /// </summary>
    private void LeaveWornConnection(ClientSlot slot)
    {
        if (_plan.OperationsPerConnection == 0) return;
        if (++slot.OperationsOnConnection < _plan.OperationsPerConnection) return;
        if (slot.Connection is { } connection) _loop.Close(connection, reset: true);
        slot.Connection = null;
    }

    /// <summary>
    /// The server closed a connection on which nothing was outstanding: no operation failed, the next one connects
    /// anew.
    /// </summary>
    private void LoseIdleConnection(ClientSlot slot)
    {
        Disconnect(slot);
        if (slot.State != SlotState.Ready) return;
        _free.Remove(slot);
        slot.State = SlotState.Resting;
        WaitUntil(slot, _schedule.AfterFailure_ns(MonotonicClock.Now_ns));
    }
}
