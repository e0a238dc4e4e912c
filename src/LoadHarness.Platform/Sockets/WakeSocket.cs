using System.Net;
using System.Net.Sockets;

namespace LoadHarness.Platform.Sockets;

/// <summary>
/// A datagram socket connected to itself: one thread waits for it beside its other sockets, any other thread ends that
/// wait.
/// Being connected, it takes datagrams from nobody else.
/// </summary>
public sealed class WakeSocket : IDisposable
{
    /// <summary>Opens the pair on the loopback address.</summary>
    public WakeSocket()
    {
        Socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        Socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Socket.Connect(Socket.LocalEndPoint!);
        Socket.Blocking = false;
    }

    /// <summary>Becomes readable after <see cref="Wake"/>; to be waited for, not to be read from.</summary>
    public Socket Socket { get; }

    /// <summary>Ends the current or next wait. Any thread may call it, also after <see cref="Dispose"/>.</summary>
    public void Wake()
    {
        try
        {
            // A full buffer is fine: then there is something to wake up for already.
            Socket.Send([1], SocketFlags.None, out _);
        }
        catch (ObjectDisposedException)
        {
            // Nobody waits any more.
        }
    }

    /// <summary>Takes all wake-ups that are there.</summary>
    public void Clear()
    {
        Span<byte> sink = stackalloc byte[8];
        while (Socket.Receive(sink, SocketFlags.None, out var outcome) > 0 && outcome == SocketError.Success)
        {
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Socket.Dispose();
}
