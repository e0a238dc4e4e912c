using System.Net;
using System.Net.Sockets;

namespace LoadHarness.Tests.Platform.Network;

/// <summary>
/// What every network loop promises: connecting and accepting. The other files of this class hold the rest.
/// </summary>
public abstract partial class LoopContract(string loopName)
{
    private LoopDriver NewDriver(bool listen = true) => new(loopName, listen);

    private static byte[] RandomBytes(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static byte[] ReceiveExactly(Socket peer, int length)
    {
        var bytes = new byte[length];
        for (var got = 0; got < length;)
        {
            var received = peer.Receive(bytes, got, length - got, SocketFlags.None);
            received.ShouldBeGreaterThan(0, "the stream ended early");
            got += received;
        }

        return bytes;
    }

    [Fact]
    public void The_factory_gives_the_loop_its_name()
    {
        using var driver = NewDriver();
        if (driver.Loop.Note is null) driver.Loop.Name.ShouldBe(loopName);
        else driver.Loop.Note.ShouldStartWith("io_uring is not available: ");
    }

    [Fact]
    public void A_connect_to_a_listener_succeeds_and_never_before_the_call_returned()
    {
        using var driver = NewDriver();
        var connection = driver.Loop.Connect(driver.Endpoint, 7);
        driver.ConnectOutcomes.ShouldBeEmpty();
        driver.Until(() => driver.ConnectOutcomes.Count == 1
            && driver.AcceptedConnections.Count == 1, "connected and accepted");
        driver.ConnectOutcomes[0].ShouldBe((connection, SocketError.Success));
        connection.Token.ShouldBe(7);
        connection.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void A_connect_to_nobody_is_refused_and_closed()
    {
        using var nobody = new ReservedEndpoint();
        using var driver = NewDriver(listen: false);
        var connection = driver.Loop.Connect(nobody.Endpoint, 0);
        driver.Until(() => driver.ConnectOutcomes.Count == 1, "the connect ends");
        driver.ConnectOutcomes[0].ShouldBe((connection, SocketError.ConnectionRefused));
        connection.IsOpen.ShouldBeFalse();
        driver.ClosedCauses.ShouldBeEmpty();
    }

    [Fact]
    public void A_connection_comes_from_the_address_it_was_told_to()
    {
        using var driver = NewDriver();
        var source = IPAddress.Parse("127.0.0.9");
        driver.Loop.Connect(driver.Endpoint, 0, source);
        driver.Until(() => driver.ConnectOutcomes.Count == 1
            && driver.AcceptedConnections.Count == 1, "connected and accepted");
        driver.ConnectOutcomes[0].Outcome.ShouldBe(SocketError.Success);
        driver.AcceptedConnections[0].ReadPeer().Address.ShouldBe(source);
    }

    [Fact]
    public void A_connect_from_an_address_of_another_machine_fails()
    {
        using var driver = NewDriver();
        var connection = driver.Loop.Connect(driver.Endpoint, 0, IPAddress.Parse("192.0.2.1"));
        driver.ConnectOutcomes.ShouldBeEmpty();
        driver.Until(() => driver.ConnectOutcomes.Count == 1, "the connect ends");
        driver.ConnectOutcomes[0].ShouldBe((connection, SocketError.AddressNotAvailable));
        connection.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void What_is_sent_before_the_connect_ended_arrives()
    {
        using var driver = NewDriver();
        var connection = driver.Loop.Connect(driver.Endpoint, 0);
        driver.Loop.Send(connection, "early"u8);
        driver.Until(() => driver.Input.Length == 5, "the early bytes arrive");
        driver.Input.ToArray().ShouldBe("early"u8.ToArray());
    }

    [Fact]
    public void A_busy_address_cannot_be_shared()
    {
        using var driver = NewDriver();
        using var second = NewDriver(listen: false);
        Should.Throw<SocketException>(() => second.Loop.Listen(driver.Endpoint, 16))
            .SocketErrorCode.ShouldBe(SocketError.AddressAlreadyInUse);
    }

    [Fact]
    public void Connections_wait_in_the_backlog_while_nothing_is_accepted()
    {
        using var driver = NewDriver();
        driver.Loop.SetAccepting(false);
        driver.Loop.Connect(driver.Endpoint, 0);
        driver.Until(() => driver.ConnectOutcomes.Count == 1, "the backlog takes it");
        driver.Turns();
        driver.AcceptedConnections.ShouldBeEmpty();
        driver.Loop.SetAccepting(true);
        driver.Until(() => driver.AcceptedConnections.Count == 1, "it is accepted");
    }

    [Fact]
    public void Any_thread_can_end_a_wait_without_end()
    {
        using var driver = NewDriver(listen: false);
        using var isReady = new ManualResetEventSlim();
        var waiting = new Background<int>(() =>
        {
            driver.Turns();
            isReady.Set();
            driver.Loop.Turn(driver, long.MaxValue);
            return driver.TurnCount;
        });
        isReady.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        driver.Loop.Wake();
        waiting.Value.ShouldBe(21);
    }

    [Fact]
    public void Thousands_of_connections_come_and_go_and_each_keeps_to_itself()
    {
        const int connections = 3000;
        using var driver = NewDriver();
        int started = 0, finished = 0;
        driver.OnConnected = connection => driver.Loop.Send(connection, BitConverter.GetBytes(connection.Token));
        driver.OnAccepted = connection => connection.Token = -1;
        driver.OnReceived = (connection, bytes, end) =>
        {
            if (connection.Token >= 0 && bytes.Length == 4)
            {
                BitConverter.ToInt32(bytes).ShouldBe(connection.Token);
                driver.Loop.Close(connection, reset: finished % 2 == 0);
                finished++;
                if (started < connections) driver.Loop.Connect(driver.Endpoint, started++);
            }
            else if (end)
            {
                driver.Loop.Close(connection, reset: false);
            }
            else if (bytes.Length == 4)
            {
                driver.Loop.Send(connection, bytes);
            }

            return bytes.Length == 4 ? 4 : 0;
        };
        for (; started < 100; started++) driver.Loop.Connect(driver.Endpoint, started);
        driver.Until(() => finished == connections, "all connections are through");
        driver.ConnectOutcomes.ShouldAllBe(outcome => outcome.Outcome == SocketError.Success);
        driver.ConnectOutcomes.Count.ShouldBe(connections);
    }
}
