using System.Net.Sockets;
using LoadHarness.Platform.Network;

namespace LoadHarness.Tests.Platform.Network;

/// <content>Bytes in and out.</content>
public abstract partial class LoopContract
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4093)]
    [InlineData(70_001)]
    public void An_echo_is_the_same_whatever_the_pieces_and_however_little_is_consumed(int piece)
    {
        var sent = RandomBytes(Math.Min(500 * piece, 1_000_000), seed: piece);
        using var driver = NewDriver();
        var echoed = new MemoryStream();
        var next = 0;
        var consumedInAll = 0;
        driver.OnConnected = connection => SendPiece(connection);
        driver.OnAccepted = connection => connection.Token = -1;
        driver.OnReceived = (connection, bytes, end) =>
        {
            if (connection.Token >= 0)
            {
                echoed.Write(bytes);
                if (echoed.Length >= next) SendPiece(connection);
                return bytes.Length;
            }

            // An odd share is kept back as long as more is to come.
            var isWhole = consumedInAll + bytes.Length == next;
            var consumed = isWhole ? bytes.Length : bytes.Length - bytes.Length % 3;
            consumedInAll += consumed;
            driver.Loop.Send(connection, bytes.AsSpan(0, consumed));
            return consumed;
        };
        driver.Loop.Connect(driver.Endpoint, 0);
        driver.Until(() => echoed.Length == sent.Length, "all is echoed");
        echoed.ToArray().ShouldBe(sent);

        void SendPiece(LoopConnection connection)
        {
            var length = Math.Min(piece, sent.Length - next);
            driver.Loop.Send(connection, sent.AsSpan(next, length));
            next += length;
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(50_000)]
    public void What_was_left_unconsumed_before_a_pause_comes_again_after_it(int rest)
    {
        using var driver = NewDriver();
        var calls = new List<(int Length, bool End)>();
        driver.OnReceived = (connection, bytes, end) =>
        {
            if (!end && bytes.Length < rest) return 0;
            calls.Add((bytes.Length, end));
            if (calls.Count > 1) return bytes.Length;
            driver.Loop.SetReading(connection, false);
            return 0;
        };
        var (peer, connection) = driver.Pair();
        peer.Send(new byte[rest]);
        driver.Until(() => calls.Count == 1, "input arrives");
        driver.Turns();
        calls.ShouldBe([(rest, false)]);
        driver.Loop.SetReading(connection, true);
        driver.Until(() => calls.Count == 2, "the rest comes again");
        driver.Turns();
        calls.ShouldBe([(rest, false), (rest, false)]);
        peer.Shutdown(SocketShutdown.Send);
        driver.Until(() => driver.EndCount == 1, "the end comes");
    }

    [Fact]
    public void The_end_comes_again_with_what_was_left_before_a_pause()
    {
        using var driver = NewDriver();
        var left = true;
        driver.OnReceived = (connection, bytes, end) =>
        {
            if (!end || !left) return end ? bytes.Length : 0;
            left = false;
            driver.Loop.SetReading(connection, false);
            return 0;
        };
        var (peer, connection) = driver.Pair();
        peer.Send("rest"u8);
        peer.Shutdown(SocketShutdown.Send);
        driver.Until(() => driver.EndCount == 1, "the end comes");
        driver.Loop.SetReading(connection, true);
        driver.Until(() => driver.EndCount == 2, "the end comes again");
    }

    [Fact]
    public void Who_asks_faster_than_he_is_answered_fills_only_the_buffers_of_the_system()
    {
        const int Answers = 64;
        const int Most_bytes = 1024 * 1024;
        using var driver = NewDriver();
        var (calls, longest) = (0, 0);
        driver.OnReceived = (connection, bytes, _) =>
        {
            (calls, longest) = (calls + 1, Math.Max(longest, bytes.Length));
            driver.Loop.SetReading(connection, false);
            return 1;
        };
        var (peer, connection) = driver.Pair();
        peer.Blocking = false;
        var piece = new byte[64 * 1024];
        for (var answer = 1; answer <= Answers; answer++)
        {
            while (peer.Send(piece, SocketFlags.None, out _) == piece.Length)
            {
            }

            driver.Loop.SetReading(connection, true);
            driver.Until(() => calls >= answer, "input is passed");
        }

        longest.ShouldBeInRange(1, Most_bytes);
    }

    [Fact]
    public void The_peer_of_an_accepted_connection_is_known()
    {
        using var driver = NewDriver();
        var (peer, connection) = driver.Pair();
        connection.ReadPeer().ShouldBe(peer.LocalEndPoint);
    }

    [Fact]
    public void Output_to_a_peer_that_does_not_read_is_kept_and_arrives_whole_when_it_reads()
    {
        var sent = RandomBytes(16 << 20);
        using var driver = NewDriver();
        var (peer, connection) = driver.Pair();
        driver.Loop.Send(connection, sent.AsSpan(0, sent.Length / 2));
        driver.Loop.Send(connection, sent.AsSpan(sent.Length / 2), notify: true);
        driver.Turns();
        connection.PendingOutput_bytes.ShouldBeGreaterThan(0);
        driver.DrainedCount.ShouldBe(0);
        var reading = new Background<byte[]>(() => ReceiveExactly(peer, sent.Length));
        driver.Until(() => driver.DrainedCount == 1 && reading.IsDone, "all arrives");
        reading.Value.AsSpan().SequenceEqual(sent).ShouldBeTrue();
        connection.PendingOutput_bytes.ShouldBe(0);
    }

    [Fact]
    public void Much_input_arrives_whole()
    {
        var sent = RandomBytes(16 << 20);
        using var driver = NewDriver();
        var (peer, _) = driver.Pair();
        var sending = new Background<int>(() => peer.Send(sent));
        driver.Until(() => driver.Input.Length == sent.Length, "all arrives");
        sending.Value.ShouldBe(sent.Length);
        driver.Input.ToArray().AsSpan().SequenceEqual(sent).ShouldBeTrue();
    }

    [Theory]
    [InlineData(100)]
    [InlineData(3_000_000)]
    public void Unconsumed_input_is_passed_again_longer(int total)
    {
        var sent = RandomBytes(total);
        using var driver = NewDriver();
        var (peer, _) = driver.Pair();
        var lengths = new List<int>();
        byte[]? whole = null;
        driver.OnReceived = (_, bytes, _) =>
        {
            lengths.Add(bytes.Length);
            if (bytes.Length < total) return 0;
            whole = bytes;
            return bytes.Length;
        };
        peer.Send(sent, 0, 10, SocketFlags.None);
        driver.Until(() => lengths.Count == 1, "the first bytes arrive");
        var sending = new Background<int>(() => peer.Send(sent, 10, total - 10, SocketFlags.None));
        driver.Until(() => whole is not null, "all arrives at once");
        sending.Value.ShouldBe(total - 10);
        whole!.AsSpan().SequenceEqual(sent).ShouldBeTrue();
        lengths.Zip(lengths.Skip(1)).ShouldAllBe(pair => pair.First < pair.Second);
    }

    [Fact]
    public void What_is_left_after_a_partial_consumption_comes_first_the_next_time()
    {
        using var driver = NewDriver();
        var (peer, _) = driver.Pair();
        var calls = new List<byte[]>();
        driver.OnReceived = (_, bytes, _) =>
        {
            calls.Add(bytes);
            return calls.Count == 1 ? 2 : 0;
        };
        peer.Send([1, 2, 3, 4, 5]);
        driver.Until(() => calls.Sum(c => c.Length) >= 5, "the first bytes arrive");
        var before = calls.Count;
        peer.Send([6]);
        driver.Until(() => calls.Count > before, "the last byte arrives");
        calls[^1].ShouldBe([3, 4, 5, 6]);
    }

    [Fact]
    public void A_connection_that_is_not_read_passes_nothing_until_it_is_read_again()
    {
        using var driver = NewDriver();
        var (peer, connection) = driver.Pair();
        driver.Loop.SetReading(connection, false);
        peer.Send([1, 2, 3]);
        peer.Shutdown(SocketShutdown.Send);
        driver.Turns();
        driver.Input.Length.ShouldBe(0);
        driver.EndCount.ShouldBe(0);
        driver.Loop.SetReading(connection, true);
        driver.Until(() => driver.EndCount == 1, "input and end arrive");
        driver.Input.ToArray().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Drained_follows_each_notifying_send_and_never_inside_it()
    {
        using var driver = NewDriver();
        var (peer, connection) = driver.Pair();
        driver.Loop.Send(connection, "a"u8, notify: true);
        driver.Loop.Send(connection, "b"u8);
        driver.Loop.Send(connection, default, notify: true);
        driver.DrainedCount.ShouldBe(0);
        driver.Until(() => driver.DrainedCount == 2, "both are told");
        driver.Turns();
        driver.DrainedCount.ShouldBe(2);
        ReceiveExactly(peer, 2).ShouldBe("ab"u8.ToArray());
    }

    [Fact]
    public void A_large_answer_can_be_produced_piece_by_piece_as_it_drains()
    {
        var piece = RandomBytes(64 * 1024);
        const int pieces = 200;
        using var driver = NewDriver();
        var (peer, connection) = driver.Pair();
        var produced = 0;
        var most = 0;
        driver.OnDrained = Produce;
        Produce(connection);
        var reading = new Background<byte[]>(() => ReceiveExactly(peer, piece.Length * pieces));
        driver.Until(() => reading.IsDone, "all arrives");
        most.ShouldBeLessThanOrEqualTo(piece.Length);
        for (var i = 0; i < pieces; i++) reading.Value.AsSpan(i * piece.Length, piece.Length).SequenceEqual(piece)
            .ShouldBeTrue();

        void Produce(LoopConnection to)
        {
            if (produced++ < pieces) driver.Loop.Send(to, piece, notify: true);
            most = Math.Max(most, to.PendingOutput_bytes);
        }
    }
}
