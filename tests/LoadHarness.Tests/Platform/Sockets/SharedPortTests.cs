using System.Net;
using System.Net.Sockets;
using LoadHarness.Platform.Sockets;

namespace LoadHarness.Tests.Platform.Sockets;

public sealed class SharedPortTests
{
    [Fact]
    public void Members_of_the_group_listen_beside_the_claim_and_get_all_connections_when_it_is_given_up()
    {
        if (!SharedPort.IsSupported) return;
        using var port = SharedPort.Claim(new IPEndPoint(IPAddress.Loopback, 0));
        using var one = ListeningSocket.Open(port.Endpoint, 10, isShared: true);
        using var two = ListeningSocket.Open(port.Endpoint, 10, isShared: true);
        port.Dispose();
        for (var i = 0; i < 50; i++)
        {
            using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            client.Connect(port.Endpoint);
            List<Socket> ready = [one, two];
            Socket.Select(ready, null, null, TimeSpan.FromSeconds(30));
            ready.ShouldHaveSingleItem().Accept().Dispose();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_second_claim_finds_the_port_in_use_before_and_after_the_group_listens(bool listens)
    {
        if (!SharedPort.IsSupported) return;
        using var port = SharedPort.Claim(new IPEndPoint(IPAddress.Loopback, 0));
        using var member = listens ? ListeningSocket.Open(port.Endpoint, 10, isShared: true) : null;
        if (listens) port.Dispose();
        Should.Throw<SocketException>(() => SharedPort.Claim(port.Endpoint))
            .SocketErrorCode.ShouldBe(SocketError.AddressAlreadyInUse);
    }

    [Fact]
    public void The_port_of_an_ordinary_server_cannot_be_claimed_nor_shared()
    {
        if (!SharedPort.IsSupported) return;
        using var server = ListeningSocket.Open(new IPEndPoint(IPAddress.Loopback, 0), 10);
        var endpoint = (IPEndPoint)server.LocalEndPoint!;
        Should.Throw<SocketException>(() => SharedPort.Claim(endpoint));
        Should.Throw<SocketException>(() => ListeningSocket.Open(endpoint, 10, isShared: true));
    }
}
