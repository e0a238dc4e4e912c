using System.Net.Sockets;
using LoadHarness.Platform.Network;

namespace LoadHarness.Tests.Platform.Network;

/// <content>Many sends and many arrivals in one turn.</content>
public abstract partial class LoopContract
{
    [Fact]
    public void Sends_of_one_turn_to_several_connections_keep_their_order_in_each()
    {
        using var driver = NewDriver();
        var pairs = Enumerable.Range(0, 3).Select(_ => driver.Pair()).ToList();
        for (byte round = 0; round < 100; round++)
        {
            foreach (var (_, connection) in pairs) driver.Loop.Send(connection, [round, (byte)(round + 100)]);
        }

        driver.Turns();
        var expected = Enumerable.Range(0, 100).SelectMany(i => new[] { (byte)i, (byte)(i + 100) }).ToArray();
        foreach (var (peer, _) in pairs) ReceiveExactly(peer, expected.Length).ShouldBe(expected);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(15_000)]
    [InlineData(40_000)]
    public void Many_sends_to_a_peer_that_reads_late_arrive_in_order(int piece)
    {
        var sent = RandomBytes(12 << 20);
        using var driver = NewDriver();
        var (peer, connection) = driver.Pair();
        for (var start = 0; start < sent.Length; start += piece)
        {
            driver.Loop.Send(connection, sent.AsSpan(start, Math.Min(piece, sent.Length - start)));
            if (start / piece % 4 == 0) driver.Loop.Turn(driver, 0);
        }

        driver.Turns();
        connection.PendingOutput_bytes.ShouldBeGreaterThan(0);
        var reading = new Background<byte[]>(() => ReceiveExactly(peer, sent.Length));
        driver.Until(() => reading.IsDone, "all arrives");
        reading.Value.AsSpan().SequenceEqual(sent).ShouldBeTrue();
        driver.Turns();
        connection.PendingOutput_bytes.ShouldBe(0);
    }

    [Fact]
    public void Input_of_very_many_connections_at_once_arrives_from_each()
    {
        const int connections = 1500;
        var got = new Dictionary<LoopConnection, int>(ReferenceEqualityComparer.Instance);
        using var driver = NewDriver();
        driver.OnReceived = (connection, bytes, _) =>
        {
            got[connection] = got.GetValueOrDefault(connection) + bytes.Length;
            return bytes.Length;
        };
        var peers = Enumerable.Range(0, connections).Select(_ => driver.Pair().Peer).ToList();
        foreach (var peer in peers) peer.Send(new byte[100]);
        driver.Until(() => got.Count == connections && got.Values.All(count => count == 100), "all arrives");
        foreach (var peer in peers) peer.Send(new byte[50]);
        driver.Until(() => got.Values.All(count => count == 150), "all arrives again");
    }

    [Fact]
    public void What_the_kernel_can_take_arrives_even_when_the_connection_is_closed_in_the_same_turn()
    {
        using var driver = NewDriver();
        var (peer, connection) = driver.Pair();
        driver.Loop.Send(connection, "last words"u8);
        driver.Loop.Close(connection, reset: false);
        ReceiveExactly(peer, 10).ShouldBe("last words"u8.ToArray());
        peer.Receive(new byte[1]).ShouldBe(0);
    }

    [Fact]
    public void A_reset_right_behind_input_is_told()
    {
        const int times = 50;
        using var driver = NewDriver();
        for (var i = 0; i < times; i++)
        {
            var peer = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            peer.Connect(driver.Endpoint);
            if (i % 2 == 0) driver.Turns(count: 3);
            peer.Send("half"u8);
            Reset(peer);
        }

        driver.Until(
            () => driver.AcceptedConnections.Count == times && driver.ClosedCauses.Count == times,
            "every reset is told");
        driver.ClosedCauses.ShouldAllBe(closed => closed.Cause == SocketError.ConnectionReset);
    }
}
