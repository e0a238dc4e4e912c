using System.Net.Sockets;
using LoadHarness.Servers;
using LoadHarness.Tests.Servers.Fakes;

namespace LoadHarness.Tests.Servers;

public abstract partial class ServerContract
{
    [Fact]
    public void A_server_with_no_connection_stops_and_refuses_what_comes_later()
    {
        var server = StartLines();
        StopsWithoutFault(server);
        Should.Throw<SocketException>(() => new TestClient(server.Endpoint))
            .SocketErrorCode.ShouldBe(SocketError.ConnectionRefused);
    }

    [Fact]
    public void Stopping_twice_and_disposing_after_is_harmless()
    {
        var server = StartLines();
        server.Stop();
        StopsWithoutFault(server);
        server.Dispose();
        server.Stop();
    }

    [Fact]
    public void A_server_with_idle_connections_stops_and_ends_them()
    {
        var server = StartLines();
        var clients = Enumerable.Range(0, 20).Select(_ => Connect(server)).ToList();
        clients[0].Ask("hello").ShouldBe("hello");
        clients[0].Send("half a requ");
        StopsWithoutFault(server);
        Eventually.True(() => clients.TrueForAll(client => client.IsEnded()), "every client is disconnected");
        AllIsClosed(server);
    }

    [Fact]
    public void A_server_whose_client_never_reads_stops()
    {
        var server = StartLines();
        using var deaf = Connect(server, receiveBuffer_bytes: 4096);
        deaf.Send("big 100000\n");
        Eventually.True(() => deaf.Available > 0, "an answer begins");
        StopsWithoutFault(server);
        AllIsClosed(server);
    }

    [Fact]
    public void An_answer_cut_off_by_the_stop_cannot_be_taken_for_a_whole_one()
    {
        var server = Start(new FakeService(() => new GreetingHandler(100_000)));
        using var reader = Connect(server, receiveBuffer_bytes: 4096);
        reader.Read(1000);
        StopsWithoutFault(server);
        Should.Throw<SocketException>(() => reader.ReadToEnd()).SocketErrorCode.ShouldBe(SocketError.ConnectionReset);
    }

    [Fact]
    public void The_port_of_a_running_server_is_refused_to_a_second_one()
    {
        var first = StartLines();
        using var client = Connect(first);
        client.Ask("hello").ShouldBe("hello");
        var taken = new ServerOptions { Endpoint = first.Endpoint };
        Should.Throw<SocketException>(() => Model.Start(new FakeService(() => new LineHandler()), taken, _sink))
            .SocketErrorCode.ShouldBe(SocketError.AddressAlreadyInUse);
        client.Ask("unharmed?").ShouldBe("unharmed?");
    }

    [Fact]
    public void The_port_of_a_stopped_server_is_free_at_once()
    {
        var first = StartLines();
        using (var client = Connect(first))
        {
            client.Ask("bye").ShouldBe("bye");
            // The server's side closes first, and so it is the one that stays in TIME_WAIT.
            client.ReadToEnd();
        }

        StopsWithoutFault(first);
        var second = StartLines(new ServerOptions { Endpoint = first.Endpoint });
        using var next = Connect(second);
        next.Ask("hello").ShouldBe("hello");
    }

    private static void StopsWithoutFault(IRunningServer server)
    {
        server.Stop();
        Eventually.Ends(server.Completion, "the server has stopped");
        server.Completion.Exception.ShouldBeNull();
        server.OpenCount.ShouldBe(0);
    }
}
