using System.Net.Sockets;
using LoadHarness.Platform.Network.Linux;
using LoadHarness.Platform.Network.Readiness;

namespace LoadHarness.Platform.Network.IoUring;

/// <content>The way of connections and bytes in.</content>
internal sealed unsafe partial class IoUringLoop
{
    private const int InterruptedError = 4;
    private const int NoBuffersError = 105;
    private const int CanceledError = 125;

    /// <summary>
    /// Hands out what arrived while nobody read, then has the kernel receive again. See <see cref="Transfer"/>.
    /// </summary>
    public int TakeHeld(IoUringConnection connection, Span<byte> target)
    {
        var held = connection.Held.Bytes;
        if (held.IsEmpty)
        {
            if (connection.EndHeld) return 0;
            if ((connection.Armed & Armed.Receive) == Armed.None) ArmReceive(connection);
            return Transfer.WouldBlock;
        }

        held = held[..Math.Min(held.Length, target.Length)];
        held.CopyTo(target);
        connection.Held.Consume(held.Length, Pool);
        return held.Length;
    }

    private void HandleReceive(Completion completion)
    {
        var connection = _connections[RequestKey.SlotOf(completion.UserData)];
        var isOurs = connection.Owns(completion.UserData);
        if (isOurs && !completion.HasMore) connection.Armed &= ~(Armed.Receive | Armed.Withdrawal);
        isOurs &= connection.Failure == SocketError.Success;
        if (completion.HasBuffer)
        {
            if (isOurs) Take(connection, _buffers.Bytes(completion.Buffer, completion.Result));
            _buffers.Return(completion.Buffer);
        }

        if (isOurs && connection.IsOpen && !completion.HasMore) HandleReceiveEnd(connection, completion.Result);
    }

    private void Take(IoUringConnection connection, ReadOnlySpan<byte> bytes)
    {
        if (connection.TakesInput)
        {
            OnReceived(connection, bytes, end: false);
            return;
        }

        connection.Held.Append(bytes, Pool);
        connection.Readable = true;
        if ((connection.Armed & (Armed.Receive | Armed.Withdrawal)) != Armed.Receive) return;
        Cancel(connection.KeyOf(RequestKind.Receive));
        connection.Armed |= Armed.Withdrawal;
    }

    /// <summary>The standing receive has ended: by the peer's end, by a failure, or for want of buffers.</summary>
    private void HandleReceiveEnd(IoUringConnection connection, int result)
    {
        if (result == 0) HandlePeerEnd(connection);
        else if (result is < 0 and not -NoBuffersError and not -CanceledError and not -InterruptedError)
            Break(connection, LinuxErrors.Named(-result));
        else if (connection.Reading) ArmReceive(connection);
    }

    private void HandlePeerEnd(IoUringConnection connection)
    {
        if (connection.TakesInput) OnReceived(connection, default, end: true);
        else (connection.EndHeld, connection.Readable) = (true, true);
    }

    private void HandleAccept(Completion completion)
    {
        var listener = _listener!;
        if (!completion.HasMore) listener.IsArmed = false;
        if (completion.Result < 0)
        {
            var failure = LinuxErrors.Named(-completion.Result);
            var isWithdrawn = completion.Result == -CanceledError;
            if (!isWithdrawn && listener.IsShortage(failure, TurnTime_ns)) OnAcceptFailed(failure);
            return;
        }

        var connection = Adopt(completion.Result);
        OnAccepted(connection);
        if (connection.IsOpen) Attend(connection);
    }
}
