using System.Net;

namespace LoadHarness.Platform.Network.IoUring;

/// <content>Filling requests and handing them over.</content>
internal sealed unsafe partial class IoUringLoop
{
    private const uint InputEvent = 0x001;
    private const uint OutputEvent = 0x004;
    private const int ErrorEvent = 0x008;
    private const int NonBlockingCloseOnExec = 0x800 | 0x80000;

    /// <summary>Hands all requests over and learns at once which sends did not go whole.</summary>
    private void Submit()
    {
        while (!_ring.TrySubmit())
        {
            SettleSends();
            _ring.Spill();
            _ring.FlushOverflow();
        }

        Settle();
    }

    /// <summary>
    /// A send ends while it is submitted, so the queue holds the outcome of every send of the round, unless it is full.
    /// </summary>
    private void Settle()
    {
        SettleSends();
        while (_ring.IsOverflown)
        {
            _ring.Spill();
            _ring.FlushOverflow();
            SettleSends();
        }

        _arena.Clear();
    }

    private Submission* Next()
    {
        var entry = _ring.Next();
        if (entry is not null) return entry;
        Submit();
        return _ring.Next();
    }

    private Submission* Next(IoUringConnection connection, RequestKind kind)
    {
        var entry = Next();
        connection.Round = _ring.Round;
        entry->Descriptor = connection.Descriptor;
        entry->UserData = connection.KeyOf(kind);
        return entry;
    }

    private void ArmConnect(IoUringConnection connection, IPEndPoint target)
    {
        if (!ReferenceEquals(target, _target)) Aim(target);
        var entry = Next(connection, RequestKind.Connect);
        entry->Operation = Submission.Connect;
        entry->Address = (ulong)_targetAddress;
        entry->Offset = (ulong)_targetAddressLength;
        connection.Armed |= Armed.Connect;
    }

    /// <summary>The kernel copies the address when the connect is submitted.</summary>
    private void Aim(IPEndPoint target)
    {
        Submit();
        var address = target.Serialize();
        address.Buffer.Span[..address.Size].CopyTo(new Span<byte>(_targetAddress, AddressCapacity_bytes));
        (_targetAddressLength, _target) = (address.Size, target);
    }

    private void ArmReceive(IoUringConnection connection)
    {
        var entry = Next(connection, RequestKind.Receive);
        entry->Operation = Submission.Receive;
        entry->Flags = Submission.SelectBuffer;
        entry->Priority = Submission.ReceiveMultishot | Submission.PollFirst;
        entry->BufferGroup = BufferRing.Group;
        connection.Armed |= Armed.Receive;
    }

    /// <summary>Waits for room for output, once.</summary>
    private void ArmRoom(IoUringConnection connection)
    {
        if ((connection.Armed & Armed.Room) != Armed.None) return;
        var entry = Next(connection, RequestKind.Room);
        entry->Operation = Submission.PollAdd;
        entry->OperationFlags = OutputEvent;
        connection.Armed |= Armed.Room;
    }

    /// <summary>
    /// From now on input and failures are told. The poll asks for no event, so it tells only of what every poll tells
    /// of: a reset. The standing receive misses one that comes right behind input, because it looks once only.
    /// </summary>
    private void Attend(IoUringConnection connection)
    {
        ArmReceive(connection);
        var entry = Next(connection, RequestKind.Trouble);
        entry->Operation = Submission.PollAdd;
        entry->Length = Submission.PollMultishot;
        connection.Armed |= Armed.Trouble;
    }

    private void Cancel(ulong key)
    {
        if (_isReleased) return;
        var entry = Next();
        entry->Operation = Submission.AsyncCancel;
        entry->Flags = Submission.SkipSuccess;
        entry->Descriptor = -1;
        entry->Address = key;
    }

    /// <summary>What always stands: the waker, and the accept while it is wanted.</summary>
    private void ArmLasting()
    {
        if (!_isWakerArmed)
        {
            var entry = Next();
            entry->Operation = Submission.PollAdd;
            entry->Descriptor = _waker.Descriptor;
            entry->OperationFlags = InputEvent;
            entry->Length = Submission.PollMultishot;
            entry->UserData = RequestKey.Of(RequestKind.Wake);
            _isWakerArmed = true;
        }

        if (_listener is { } listener) ArmAccept(listener);
    }

    private void ArmAccept(IoUringListener listener)
    {
        var isDue = listener.IsDue(TurnTime_ns);
        if (isDue == listener.IsArmed) return;
        if (!isDue)
        {
            if (!listener.IsWithdrawn) Cancel(RequestKey.Of(RequestKind.Accept));
            listener.IsWithdrawn = true;
            return;
        }

        var entry = Next();
        entry->Operation = Submission.Accept;
        entry->Descriptor = listener.Descriptor;
        entry->Priority = Submission.AcceptMultishot;
        entry->OperationFlags = NonBlockingCloseOnExec;
        entry->UserData = RequestKey.Of(RequestKind.Accept);
        (listener.IsArmed, listener.IsWithdrawn) = (true, false);
    }
}
