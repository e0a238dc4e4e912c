using System.Net;
using System.Net.Sockets;

namespace LoadHarness.Tests.Platform.Network;

/// <summary>
/// An address where nobody listens for as long as this lives: bound and not listened on. A port merely given back could
/// be
/// taken by a test that runs at the same time, which would then get connections that are not its own.
/// </summary>
internal sealed class ReservedEndpoint : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ReservedEndpoint(int port = 0)
    {
        // SO_REUSEADDR, for a port whose last owner has just gone.
        if (OperatingSystem.IsLinux()) _socket.SetRawSocketOption(1, 2, BitConverter.GetBytes(1));
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
    }

    public IPEndPoint Endpoint => (IPEndPoint)_socket.LocalEndPoint!;

    public void Dispose() => _socket.Dispose();
}
