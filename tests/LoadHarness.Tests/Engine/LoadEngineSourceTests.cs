using System.Net;
using System.Net.Sockets;

namespace LoadHarness.Tests.Engine;

public sealed class LoadEngineSourceTests : LoadEngineTestBase
{
    [Theory]
    [InlineData("epoll")]
    [InlineData("io_uring")]
    [InlineData("portable")]
    public void Clients_come_from_the_source_addresses_in_turn(string loop)
    {
        IPAddress[] sources = [IPAddress.Parse("127.0.0.2"), IPAddress.Parse("127.0.0.3")];
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(16);
        var came = new List<IPAddress>();
        // While the first window is looked at, all are connected.
        var observer = new TestObserver(_ =>
        {
            while (came.Count < 6)
            {
                using var peer = listener.Accept();
                came.Add(((IPEndPoint)peer.RemoteEndPoint!).Address);
            }

            return true;
        });
        var plan = Plan((IPEndPoint)listener.LocalEndPoint!, 6) with { Loop = loop, SourceAddresses = sources };

        Run(plan, new LinePopulation(), observer).ConnectedClients.ShouldBe(6);

        came.Count(address => address.Equals(sources[0])).ShouldBe(3);
        came.Count(address => address.Equals(sources[1])).ShouldBe(3);
    }
}
