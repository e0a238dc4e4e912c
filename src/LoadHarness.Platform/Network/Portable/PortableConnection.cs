using System.Net;
using System.Net.Sockets;
using LoadHarness.Platform.Network.Readiness;

namespace LoadHarness.Platform.Network.Portable;

/// <summary>A connection on a socket of the runtime.</summary>
internal sealed class PortableConnection : ReadinessConnection
{
    public PortableConnection(Socket socket)
    {
        Renew();
        Socket = socket;
        socket.Blocking = false;
        socket.NoDelay = true;
    }

    public Socket Socket { get; }

    public override int Receive(Span<byte> target)
    {
        var received = Socket.Receive(target, SocketFlags.None, out var error);
        return error == SocketError.Success ? received : Transfer.Failed(error);
    }

    public override int Send(ReadOnlySpan<byte> bytes)
    {
        var sent = Socket.Send(bytes, SocketFlags.None, out var error);
        return error == SocketError.Success ? sent : Transfer.Failed(error);
    }

    public override IPEndPoint ReadPeer()
    {
        try
        {
            return (IPEndPoint?)Socket.RemoteEndPoint ?? UnknownPeer;
        }
        catch (SocketException)
        {
            return UnknownPeer;
        }
    }

    public override void ShutdownSend()
    {
        try
        {
            Socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // Broken already: the next receive tells why.
        }
    }

    public override SocketError TakeError() =>
        (SocketError)(int)Socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)!;

    public override void Release(bool reset)
    {
        try
        {
            if (reset) Socket.LingerState = new LingerOption(true, 0);
        }
        catch (SocketException)
        {
            // Broken already: nothing is left to reset.
        }

        Socket.Dispose();
    }
}
