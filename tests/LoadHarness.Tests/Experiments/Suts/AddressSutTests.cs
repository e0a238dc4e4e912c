using System.Net;
using System.Net.Sockets;
using LoadHarness.Experiments.Suts;
using LoadHarness.Tests.Experiments.Fakes;

namespace LoadHarness.Tests.Experiments.Suts;

public sealed class AddressSutTests
{
    [Fact]
    public void A_server_that_runs_already_is_taken_as_it_is()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen();
        var endpoint = (IPEndPoint)socket.LocalEndPoint!;

        using var sut = Start(endpoint.Port);

        sut.Endpoint.ShouldBe(endpoint);
        sut.IsSampled.ShouldBeFalse();
        sut.ReadCpu_ns().ShouldBe(-1);
    }

    [Fact]
    public void Nobody_at_the_address_is_an_error_that_names_it()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;

        Should.Throw<SutException>(() => Start(port)).Message
            .ShouldStartWith(FormattableString.Invariant($"nothing answers at 127.0.0.1:{port}"));
    }

    private static ISut Start(int port)
    {
        var none = new Dictionary<string, string>(StringComparer.Ordinal);
        return new AddressSutStarter(new DnsEndPoint("127.0.0.1", port))
            .Start(new SutRequest(new FakeWorkload(), "other", none, none, "unused"), CancellationToken.None);
    }
}
