using System.Net.Sockets;

namespace LoadHarness.Platform.Network.Readiness;

/// <content>The way of bytes out.</content>
internal abstract partial class ReadinessLoop
{
    /// <inheritdoc/>
    public void Send(LoopConnection connection, ReadOnlySpan<byte> bytes, bool notify = false)
    {
        var sending = (ReadinessConnection)connection;
        if (!sending.IsOpen || sending.Failure != SocketError.Success) return;
        var mayGo = sending.Output.Length == 0 && !sending.Connecting;
        if (mayGo && !TrySend(sending, ref bytes)) return;
        sending.Output.Append(bytes, Pool);
        if (!notify) return;
        sending.DrainedOwed++;
        if (mayGo && bytes.IsEmpty) Queue(sending);
    }

    /// <inheritdoc/>
    public virtual void HandOver()
    {
        // Send has done so already.
    }

    /// <inheritdoc/>
    public void ShutdownSend(LoopConnection connection)
    {
        var ending = (ReadinessConnection)connection;
        if (!ending.IsOpen) return;
        ending.ShutdownWanted = true;
        ShutdownIfSent(ending);
    }

    /// <summary>The kernel takes output again.</summary>
    protected void OnWritable(ReadinessConnection connection)
    {
        if (connection.Output.Length > 0)
        {
            ReadOnlySpan<byte> bytes = connection.Output.Bytes;
            var before = bytes.Length;
            if (!TrySend(connection, ref bytes)) return;
            connection.Output.Consume(before - bytes.Length, Pool);
            TellDrained(connection);
        }

        if (connection.IsOpen) ShutdownIfSent(connection);
    }

    /// <summary>Tells the owner that all is sent, once for each call that asked for it before.</summary>
    private void TellDrained(ReadinessConnection connection)
    {
        if (connection.Output.Length > 0 || connection.Connecting) return;
        var owed = connection.DrainedOwed;
        connection.DrainedOwed = 0;
        for (; owed > 0 && connection.IsOpen; owed--) Handler.Drained(connection);
    }

    /// <summary>Sends what the kernel takes and cuts it off <paramref name="bytes"/>.</summary>
    /// <returns>False when the connection turned out to be broken.</returns>
    private bool TrySend(ReadinessConnection connection, ref ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return true;
        var sent = connection.Send(bytes);
        if (sent >= 0) bytes = bytes[sent..];
        else if (sent != Transfer.WouldBlock) FailLater(connection, Transfer.ErrorOf(sent));
        return sent >= 0 || sent == Transfer.WouldBlock;
    }

    private static void ShutdownIfSent(ReadinessConnection connection)
    {
        if (!connection.ShutdownWanted || connection.Connecting || connection.Output.Length > 0) return;
        connection.ShutdownWanted = false;
        connection.ShutdownSend();
    }
}
