using LoadHarness.Platform.Network.Linux;
using LoadHarness.Platform.Network.Readiness;

namespace LoadHarness.Platform.Network.IoUring;

/// <content>The way of bytes out.</content>
internal sealed unsafe partial class IoUringLoop
{
    /// <summary>Sends up to this length are gathered; for longer ones a copy would cost more than a call.</summary>
    private const int Gathered_bytes = 16 * 1024;

    /// <summary>MSG_DONTWAIT: never waits; MSG_WAITALL: a short send counts as failed and is told; MSG_NOSIGNAL.
    /// </summary>
    private const uint SendFlags = 0x40 | 0x100 | 0x4000;

    private const int TryAgainError = 11;

    /// <summary>
    /// Puts bytes on the way that fit into the round, and sends long ones at once. See <see cref="Transfer"/>.
    /// </summary>
    public int Offer(IoUringConnection connection, ReadOnlySpan<byte> bytes)
    {
        var isPending = connection.SendRound == _ring.Round;
        var length = bytes.Length + (isPending ? connection.SendLength : 0);
        if (length <= Gathered_bytes && length <= _arena.Free)
        {
            if (isPending) Extend(connection, bytes);
            else Gather(connection, bytes);
            return bytes.Length;
        }

        if (isPending || bytes.Length <= Gathered_bytes) Submit();
        if ((connection.Armed & Armed.Room) != Armed.None) return Transfer.WouldBlock;
        if (bytes.Length > Gathered_bytes) return SendNow(connection, bytes);
        Gather(connection, bytes);
        return bytes.Length;
    }

    public override void HandOver() => Submit();

    /// <summary>Shuts the sending side down behind everything that was sent.</summary>
    public void ShutdownSubmitted(IoUringConnection connection)
    {
        if (connection.SendRound == _ring.Round) Submit();
        if (connection.Output.Length > 0) connection.ShutdownWanted = true;
        else LinuxSocket.ShutdownSend(connection.Descriptor);
    }

    private int SendNow(IoUringConnection connection, ReadOnlySpan<byte> bytes)
    {
        var sent = LinuxSocket.Send(connection.Descriptor, bytes);
        if (sent == Transfer.WouldBlock || (sent >= 0 && sent < bytes.Length)) ArmRoom(connection);
        return sent;
    }

    private void Gather(IoUringConnection connection, ReadOnlySpan<byte> bytes)
    {
        var entry = Next(connection, RequestKind.Send);
        connection.SendRound = _ring.Round;
        connection.SendEntry = entry;
        connection.SendOffset = _arena.Add(bytes);
        connection.SendLength = bytes.Length;
        entry->Operation = Submission.Send;
        entry->Flags = Submission.SkipSuccess;
        entry->OperationFlags = SendFlags;
        entry->Address = _arena.AddressOf(connection.SendOffset);
        entry->Length = (uint)bytes.Length;
    }

    /// <summary>More bytes for a send that has not been handed over: one send for the whole of them keeps their order.
    /// </summary>
    private void Extend(IoUringConnection connection, ReadOnlySpan<byte> bytes)
    {
        if (connection.SendOffset + connection.SendLength != _arena.Length)
            connection.SendOffset = _arena.Add(_arena.Bytes(connection.SendOffset, connection.SendLength));
        _arena.Add(bytes);
        connection.SendLength += bytes.Length;
        connection.SendEntry->Address = _arena.AddressOf(connection.SendOffset);
        connection.SendEntry->Length = (uint)connection.SendLength;
    }

    private void SettleSends()
    {
        for (var completion = _ring.Scan(RequestKind.Send); completion is not null;
            completion = _ring.Scan(RequestKind.Send))
        {
            var connection = _connections[RequestKey.SlotOf(completion->UserData)];
            if (connection.Owns(completion->UserData)) SettleSend(connection, completion->Result);
        }
    }

    /// <summary>What a send has left over becomes the first of the output.</summary>
    private void SettleSend(IoUringConnection connection, int result)
    {
        if (result is < 0 and not -TryAgainError)
        {
            FailLater(connection, LinuxErrors.Named(-result));
            return;
        }

        var sent = Math.Max(0, result);
        var rest = _arena.Bytes(connection.SendOffset + sent, connection.SendLength - sent);
        connection.Output.Prepend(rest, Pool);
        ArmRoom(connection);
    }
}
