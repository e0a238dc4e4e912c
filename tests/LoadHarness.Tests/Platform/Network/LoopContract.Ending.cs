using System.Net.Sockets;
using LoadHarness.Platform.Network;

namespace LoadHarness.Tests.Platform.Network;

/// <content>Half closes, resets and closing in callbacks.</content>
public abstract partial class LoopContract
{
    [Fact]
    public void A_peer_that_has_finished_sending_is_told_once_and_can_still_be_answered()
    {
        using var driver = NewDriver();
        var (peer, connection) = driver.Pair();
        peer.Send("last"u8);
        peer.Shutdown(SocketShutdown.Send);
        driver.Until(() => driver.EndCount == 1, "the end is told");
        driver.Input.ToArray().ShouldBe("last"u8.ToArray());
        driver.Loop.Send(connection, "answer"u8);
        driver.Turns();
        driver.EndCount.ShouldBe(1);
        ReceiveExactly(peer, 6).ShouldBe("answer"u8.ToArray());
        connection.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Shutting_down_the_sending_side_lets_pending_output_leave_first_and_keeps_reading()
    {
        var sent = RandomBytes(8 << 20);
        using var driver = NewDriver();
        var (peer, connection) = driver.Pair();
        driver.Loop.Send(connection, sent);
        driver.Loop.ShutdownSend(connection);
        connection.PendingOutput_bytes.ShouldBeGreaterThan(0);
        var reading = new Background<byte[]>(() =>
        {
            var all = ReceiveExactly(peer, sent.Length);
            peer.Receive(new byte[1]).ShouldBe(0, "the end follows the output");
            return all;
        });
        driver.Until(() => reading.IsDone, "output and end arrive");
        reading.Value.AsSpan().SequenceEqual(sent).ShouldBeTrue();
        peer.Send("still here"u8);
        driver.Until(() => driver.Input.Length == 10, "the other direction is open");
        driver.ClosedCauses.ShouldBeEmpty();
    }

    [Fact]
    public void A_reset_closes_the_connection_and_tells_the_cause()
    {
        using var driver = NewDriver();
        var (peer, connection) = driver.Pair();
        driver.OnClosed = closed => driver.Loop.Close(closed, reset: true);
        Reset(peer);
        driver.Until(() => driver.ClosedCauses.Count == 1, "the reset is told");
        driver.Turns();
        driver.ClosedCauses.Count.ShouldBe(1);
        driver.ClosedCauses[0].ShouldBe((connection, SocketError.ConnectionReset));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_reset_is_seen_even_when_nothing_is_read_any_more(bool afterEnd)
    {
        using var driver = NewDriver();
        var (peer, connection) = driver.Pair();
        if (afterEnd)
        {
            peer.Shutdown(SocketShutdown.Send);
            driver.Until(() => driver.EndCount == 1, "the end is told");
        }
        else
        {
            driver.Loop.SetReading(connection, false);
        }

        Reset(peer);
        driver.Until(() => driver.ClosedCauses.Count == 1, "the reset is told");
        connection.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void Sending_to_a_peer_that_is_gone_ends_in_Closed_and_not_in_an_exception()
    {
        using var driver = NewDriver();
        var (peer, connection) = driver.Pair();
        driver.Loop.SetReading(connection, false);
        Reset(peer);
        for (var i = 0; i < 10; i++) driver.Loop.Send(connection, RandomBytes(100_000));
        driver.Until(() => driver.ClosedCauses.Count == 1, "the failure is told");
        driver.Turns();
        driver.ClosedCauses.Count.ShouldBe(1);
        driver.Loop.Send(connection, "into the void"u8);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Closing_is_seen_by_the_peer_and_not_told_to_the_owner(bool reset)
    {
        using var driver = NewDriver();
        var (peer, connection) = driver.Pair();
        driver.Loop.Close(connection, reset);
        driver.Loop.Close(connection, reset);
        if (reset) Should.Throw<SocketException>(() => peer.Receive(new byte[1])).SocketErrorCode
            .ShouldBe(SocketError.ConnectionReset);
        else peer.Receive(new byte[1]).ShouldBe(0);
        driver.Turns();
        driver.ClosedCauses.ShouldBeEmpty();
        driver.EndCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("accepted")]
    [InlineData("connected")]
    [InlineData("received")]
    [InlineData("drained")]
    [InlineData("timer")]
    public void A_connection_may_be_closed_in_any_callback_and_is_then_silent(string where)
    {
        using var driver = NewDriver();
        var callsAfterClose = 0;
        var closed = new HashSet<LoopConnection>(ReferenceEqualityComparer.Instance);
        LoopConnection? client = null;
        driver.OnAccepted =
            connection => Enter("accepted", connection, server => driver.Loop.Send(server, "hello"u8, notify: true));
        driver.OnConnected =
            connection => Enter("connected", connection, c => driver.Loop.Send(c, "hello"u8, notify: true));
        driver.OnDrained = connection => Enter("drained", connection, _ => { });
        driver.OnTimer = _ =>
        {
            if (string.Equals(where, "timer", StringComparison.Ordinal)) Enter("timer", client!, _ => { });
        };
        driver.OnReceived = (connection, bytes, _) =>
        {
            Enter("received", connection, _ => { });
            return bytes.Length;
        };
        client = driver.Loop.Connect(driver.Endpoint, 0);
        driver.Loop.SetTimer(driver.Loop.TurnTime_ns + 2_000_000, 1);
        driver.Until(() => closed.Count > 0, "the close happens");
        driver.Turns();
        callsAfterClose.ShouldBe(0);

        void Enter(string name, LoopConnection connection, Action<LoopConnection> otherwise)
        {
            if (closed.Contains(connection)) callsAfterClose++;
            if (!string.Equals(name, where, StringComparison.Ordinal)) otherwise(connection);
            else if (closed.Add(connection)) driver.Loop.Close(connection, reset: true);
        }
    }

    [Fact]
    public void Closing_another_connection_whose_event_came_in_the_same_turn_silences_it()
    {
        using var driver = NewDriver();
        var pairs = Enumerable.Range(0, 8).Select(_ => driver.Pair()).ToList();
        var receivedBy = new List<LoopConnection>();
        driver.OnReceived = (connection, bytes, _) =>
        {
            receivedBy.Add(connection);
            foreach (var (_, other) in pairs.Where(pair => pair.Connection != connection)) driver.Loop
                .Close(other, reset: false);
            return bytes.Length;
        };
        foreach (var (peer, _) in pairs) peer.Send([1]);
        driver.Until(() => receivedBy.Count > 0, "the first byte arrives");
        driver.Turns();
        receivedBy.Count.ShouldBe(1);
    }

    private static void Reset(Socket peer)
    {
        peer.LingerState = new LingerOption(true, 0);
        peer.Close();
    }
}
