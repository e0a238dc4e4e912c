using System.Net;
using System.Net.Sockets;
using LoadHarness.Experiments.Suts;

namespace LoadHarness.Tests.Experiments.Suts;

public sealed class ReadyWatchTests
{
    private static readonly IPEndPoint _planned = new(IPAddress.Loopback, 1);

    [Fact]
    public void A_line_that_matches_makes_a_server_ready()
    {
        var watch = new ReadyWatch("ready$", _planned);
        watch.Printed("getting ready for it");
        watch.Ready().ShouldBeNull();

        watch.Printed("now ready");

        watch.Ready().ShouldBe(_planned);
    }

    [Theory]
    [InlineData("port 8080", 8080)]
    [InlineData("port 70000", 1)]
    public void The_port_it_prints_counts_if_it_is_one(string line, int port)
    {
        var watch = new ReadyWatch(@"port (?<port>\d+)", _planned);

        watch.Printed(line);

        watch.Ready().ShouldBe(new IPEndPoint(IPAddress.Loopback, port));
    }

    [Fact]
    public void Without_a_pattern_it_is_ready_when_its_port_answers()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var watch = new ReadyWatch(null, (IPEndPoint)socket.LocalEndPoint!);
        watch.Ready().ShouldBeNull();

        socket.Listen();

        watch.Ready().ShouldBe((IPEndPoint)socket.LocalEndPoint!);
    }
}
