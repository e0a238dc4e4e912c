using System.Net;
using System.Net.Sockets;
using LoadHarness.Platform.Sockets;

namespace LoadHarness.Tests.Platform.Sockets;

public sealed class ListeningSocketTests
{
    private const int SolSocket = 1;
    private const int SoReuseAddress = 2;
    private const int SoReusePort = 15;

    [Fact]
    public void Port_0_takes_a_free_port_and_connects_succeed()
    {
        using var listener = ListeningSocket.Open(new IPEndPoint(IPAddress.Loopback, 0), 16);
        var endpoint = (IPEndPoint)listener.LocalEndPoint!;
        endpoint.Port.ShouldNotBe(0);
        using var client = new TcpClient();
        client.Connect(endpoint);
        client.Connected.ShouldBeTrue();
    }

    [Fact]
    public void The_address_may_be_reused_but_the_port_is_not_shared()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var listener = ListeningSocket.Open(new IPEndPoint(IPAddress.Loopback, 0), 16);
        Option(listener, SoReuseAddress).ShouldBe(1);
        Option(listener, SoReusePort).ShouldBe(0);
    }

    [Fact]
    public void A_port_in_use_is_refused()
    {
        using var listener = ListeningSocket.Open(new IPEndPoint(IPAddress.Loopback, 0), 16);
        Should.Throw<SocketException>(() => ListeningSocket.Open((IPEndPoint)listener.LocalEndPoint!, 16))
            .SocketErrorCode.ShouldBe(SocketError.AddressAlreadyInUse);
    }

    private static int Option(Socket socket, int name)
    {
        Span<byte> value = stackalloc byte[sizeof(int)];
        socket.GetRawSocketOption(SolSocket, name, value);
        return BitConverter.ToInt32(value);
    }
}
