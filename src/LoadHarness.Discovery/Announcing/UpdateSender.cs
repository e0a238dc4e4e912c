using System.Net;
using System.Net.Sockets;

namespace LoadHarness.Discovery.Announcing;

/// <summary>
/// Sends one update. Synchronous calls only: a first asynchronous socket call would start the runtime's own event
/// threads in a server that is being measured.
/// </summary>
internal static class UpdateSender
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Sends the JSON text in the form that fits its size.</summary>
    /// <exception cref="SocketException">The catalog cannot be reached; over UDP nobody ever knows.</exception>
    internal static void Send(byte[] json, CatalogAddress catalog, IPAddress address)
    {
        var (bytes, overTcp) = AnnouncementWriter.ForSending(json);
        if (overTcp) SendStream(bytes, new IPEndPoint(address, catalog.TcpUpdatePort));
        else SendDatagram(bytes, new IPEndPoint(address, catalog.Port));
    }

    private static void SendDatagram(byte[] update, IPEndPoint catalog)
    {
        using var socket = new Socket(catalog.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        socket.SendTo(update, catalog);
    }

    private static void SendStream(byte[] update, IPEndPoint catalog)
    {
        using var socket = new Socket(catalog.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
        try
        {
            socket.Connect(catalog);
        }
        catch (SocketException pending)
            when (pending.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            // Waited for below, with a limit: a blocking connect has none.
        }

        for (var sent = 0; sent < update.Length;)
        {
            if (!socket.Poll(Patience, SelectMode.SelectWrite)) throw new SocketException((int)SocketError.TimedOut);
            sent += socket.Send(update.AsSpan(sent), SocketFlags.None, out var error);
            if (error is not (SocketError.Success or SocketError.WouldBlock)) throw new SocketException((int)error);
        }

        socket.Shutdown(SocketShutdown.Send);
    }
}
