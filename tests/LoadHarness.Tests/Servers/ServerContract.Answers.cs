using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LoadHarness.Contracts.Serving;
using LoadHarness.Servers;
using LoadHarness.Tests.Servers.Fakes;

namespace LoadHarness.Tests.Servers;

public abstract partial class ServerContract
{
    [Fact]
    public void A_request_is_answered()
    {
        using var client = Connect(StartLines());
        client.Ask("hello").ShouldBe("hello");
        client.Ask("again").ShouldBe("again");
    }

    [Fact]
    public void A_bare_connect_is_answered_and_closed()
    {
        var server = Start(new FakeService(() => new GreetingHandler(40)));
        using (var client = Connect(server)) client.ReadToEnd().ShouldBe(LineHandler.BigAnswer(40));
        AllIsClosed(server);
    }

    [Fact]
    public void A_client_that_has_finished_sending_gets_all_its_answers_and_then_the_end()
    {
        var server = StartLines();
        using var client = Connect(server);
        client.Send("one\ntwo\nunfinished");
        client.FinishSending();
        Encoding.ASCII.GetString(client.ReadToEnd()).ShouldBe("one\ntwo\nunfinished\n");
        AllIsClosed(server);
    }

    [Fact]
    public void A_client_that_sends_nothing_at_all_is_closed_in_turn()
    {
        var server = StartLines();
        using var client = Connect(server);
        client.FinishSending();
        client.ReadToEnd().ShouldBeEmpty();
        AllIsClosed(server);
    }

    [Fact]
    public void A_request_that_arrives_byte_by_byte_is_answered_once()
    {
        using var client = Connect(StartLines());
        foreach (var letter in "byte by byte\n") client.Send([(byte)letter]);
        client.ReadLine().ShouldBe("byte by byte");
        client.Ask("next").ShouldBe("next");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pipelined_requests_are_answered_in_order(bool takesTurns)
    {
        using var client = Connect(Start(new FakeService(() => new LineHandler(takesTurns))));
        var lines = Enumerable.Range(0, 500).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
        client.Send(string.Join('\n', lines) + "\n");
        foreach (var line in lines) client.ReadLine().ShouldBe(line);
        client.Ask("last").ShouldBe("last");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pipelined_requests_are_answered_when_the_end_comes_with_them(bool takesTurns)
    {
        using var client = Connect(Start(new FakeService(() => new LineHandler(takesTurns))));
        client.Send("one\nbig 3\ntwo\n");
        client.FinishSending();
        var expected = "one\n"u8.ToArray().Concat(LineHandler.BigAnswer(3)).Concat("two\n"u8.ToArray());
        client.ReadToEnd().ShouldBe(expected);
    }

    [Fact]
    public void A_big_answer_reaches_a_slow_reader_whole_and_input_waits_meanwhile()
    {
        using var client = Connect(StartLines(), receiveBuffer_bytes: 4096);
        client.Send("big 64\nafter\n");
        client.Send("third\n");
        var expected = LineHandler.BigAnswer(64);
        client.Read(expected.Length).ShouldBe(expected);
        client.ReadLine().ShouldBe("after");
        client.ReadLine().ShouldBe("third");
    }

    [Fact]
    public void A_request_far_longer_than_any_buffer_is_answered()
    {
        using var client = Connect(StartLines());
        var line = new string('x', 3_000_000);
        var sending = new Thread(() => client.Send(line + "\n"));
        sending.Start();
        client.ReadLine().ShouldBe(line);
        sending.Join();
    }

    [Fact]
    public void An_answer_is_not_cut_by_input_that_nobody_reads()
    {
        var server = Start(new FakeService(() => new GreetingHandler(20)));
        var expected = LineHandler.BigAnswer(20);
        for (var round = 0; round < 5; round++)
        {
            // With so little room here, the end of the answer is still in the server's kernel when its last piece was
            // sent:
            // closing over unread input at that moment would reset the connection and lose it.
            using var client = Connect(server, receiveBuffer_bytes: 4096);
            client.Send("nobody has asked for this");
            client.ReadToEnd().ShouldBe(expected);
        }

        AllIsClosed(server);
    }

    [Fact]
    public void Five_hundred_connections_in_sequence_leave_nothing_behind()
    {
        var server = StartLines();
        for (var i = 0; i < 500; i++)
        {
            using var client = new TestClient(server.Endpoint);
            client.Ask("hello").ShouldBe("hello");
        }

        AllIsClosed(server);
        server.AcceptedCount.ShouldBe(500);
    }

    [Fact]
    public void The_trace_tells_who_was_connected_and_what_was_handled()
    {
        var server = StartLines();
        string peer;
        using (var client = Connect(server))
        {
            client.Ask("hello").ShouldBe("hello");
            peer = PeerText.Of(client.Local);
        }

        AllIsClosed(server);
        _sink.Traces.ShouldBe(
        [
            $"connection 1 {peer} is connected",
            $"connection 1 {peer} took 6 bytes, answers 6 bytes",
            $"connection 1 {peer} is closed",
        ]);
    }

    [Fact]
    public void IPv6_is_served()
    {
        if (!Socket.OSSupportsIPv6) return;
        var server = StartLines(new ServerOptions { Endpoint = new IPEndPoint(IPAddress.IPv6Loopback, 0) });
        using var client = Connect(server);
        client.Ask("hello").ShouldBe("hello");
    }
}
