using System.Text;
using LoadHarness.Contracts.Serving;
using LoadHarness.Workloads.Memcached;

namespace LoadHarness.Tests.Workloads.Memcached;

/// <summary>Bytes in and bytes out, written by hand from the protocol's description.</summary>
public sealed class TranscriptTests : IDisposable
{
    private readonly IService _service;

    public TranscriptTests() => _service = Service();

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData("get a\r\n", "END\r\n")]
    [InlineData("set a 0 0 5\r\nhello\r\nget a\r\n", "STORED\r\nVALUE a 0 5\r\nhello\r\nEND\r\n")]
    [InlineData("set a 4294967295 0 4\r\n\r\n\r\n\r\nget a\n", "STORED\r\nVALUE a 4294967295 4\r\n\r\n\r\n\r\nEND\r\n")]
    [InlineData("set a 0 0 0\r\n\r\nget  a \r\n", "STORED\r\nVALUE a 0 0\r\n\r\nEND\r\n")]
    [InlineData("set a 1 0 1\r\nx\r\nset a 2 0 1\r\ny\r\nget a\r\n", "STORED\r\nSTORED\r\nVALUE a 2 1\r\ny\r\nEND\r\n")]
    [InlineData("set a 1 0 1 noreply\r\nx\r\nget a\r\n", "VALUE a 1 1\r\nx\r\nEND\r\n")]
    [InlineData("set a 1 0 1\r\nx\r\ndelete a\r\ndelete a\r\nget a\r\n", "STORED\r\nDELETED\r\nNOT_FOUND\r\nEND\r\n")]
    [InlineData("delete a noreply\r\nversion\r\n", "VERSION loadharness\r\n")]
    [InlineData("set a 0 60 1\r\nx\r\nget a\r\n", "SERVER_ERROR nothing expires here\r\nEND\r\n")]
    [InlineData("get a b\r\n", "CLIENT_ERROR one key at a time, please\r\n")]
    [InlineData("get\r\nget a\r\n", "CLIENT_ERROR bad command line format\r\nEND\r\n")]
    [InlineData("delete\r\nget a\r\n", "CLIENT_ERROR bad command line format\r\nEND\r\n")]
    [InlineData("flush_all\r\n\r\nget a\r\n", "ERROR\r\nERROR\r\nEND\r\n")]
    public void A_request_has_its_answer_however_it_is_cut(string request, string answer)
    {
        var input = Encoding.ASCII.GetBytes(request);
        for (var piece = 1; piece <= input.Length; piece++)
        {
            using var service = Service();
            var server = new SocketlessServer(service);
            var answers = input.Chunk(piece).Select(bytes => Encoding.ASCII.GetString(server.Send(bytes)));
            string.Concat(answers).ShouldBe(answer);
            server.IsClosed.ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("quit\r\nversion\r\n", "")]
    [InlineData("set a 0 0\r\n", "CLIENT_ERROR bad command line format\r\n")]
    [InlineData("set a x 0 1\r\nx\r\n", "CLIENT_ERROR bad command line format\r\n")]
    [InlineData("set a 4294967296 0 1\r\nx\r\n", "CLIENT_ERROR bad command line format\r\n")]
    [InlineData("set a 0 0 -1\r\n", "CLIENT_ERROR bad command line format\r\n")]
    [InlineData("set a 0 0 99999999999999999999\r\n", "CLIENT_ERROR bad command line format\r\n")]
    [InlineData("set a 0 0 1 silent\r\nx\r\n", "CLIENT_ERROR bad command line format\r\n")]
    [InlineData("set a 0 0 1\r\nxy\r\n", "CLIENT_ERROR bad data chunk\r\n")]
    [InlineData("set a 0 0 1025\r\n", "SERVER_ERROR object too large for cache\r\n")]
    public void After_a_quit_or_a_broken_protocol_the_connection_ends(string request, string answer)
    {
        using var service = Service(("value-limit", 1));
        var server = new SocketlessServer(service);

        Ask(server, request).ShouldBe(answer);

        server.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void A_line_without_end_or_a_key_too_long_is_refused()
    {
        Ask(new SocketlessServer(_service), "get " + new string('k', 250) + "\r\n").ShouldBe("END\r\n");
        Ask(new SocketlessServer(_service), "get " + new string('k', 251) + "\r\n").ShouldStartWith("CLIENT_ERROR ");
        var server = new SocketlessServer(_service);
        Ask(server, new string('x', 2048)).ShouldBeEmpty();
        Ask(server, "x").ShouldStartWith("CLIENT_ERROR ");
        server.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void Connections_share_their_keys_and_commands_are_counted()
    {
        var one = new SocketlessServer(_service);
        var two = new SocketlessServer(_service);
        Ask(one, "set k 7 0 5\r\nhel").ShouldBeEmpty();
        Ask(two, "get k\r\n").ShouldBe("END\r\n");
        Ask(one, "lo\r\n").ShouldBe("STORED\r\n");
        Ask(two, "get k\r\n").ShouldBe("VALUE k 7 5\r\nhello\r\nEND\r\n");
        _service.OperationCount.ShouldBe(3);
    }

    [Fact]
    public void Many_commands_at_once_are_answered_whole_and_in_turns()
    {
        var server = new SocketlessServer(_service);
        var answer = Ask(server, string.Concat(Enumerable.Repeat("get k\r\n", 1000)));
        answer.Length.ShouldBe(1000 * "END\r\n".Length);
        server.DrainCount.ShouldBe(3);
    }

    [Fact]
    public void What_does_not_fit_into_memory_is_refused_and_nothing_is_lost()
    {
        using var service = Service(("memory-limit", 1));
        var server = new SocketlessServer(service);
        Ask(server, Set("a", 600_000)).ShouldBe("STORED\r\n");
        Ask(server, Set("b", 600_000)).ShouldStartWith("SERVER_ERROR out of memory");
        Ask(server, Set("a", 700_000)).ShouldBe("STORED\r\n");
        Ask(server, "get b\r\n").ShouldBe("END\r\n");
        Ask(server, "get a\r\n").Length.ShouldBeGreaterThan(700_000);
        Ask(server, "delete a\r\n").ShouldBe("DELETED\r\n");
        Ask(server, Set("b", 600_000)).ShouldBe("STORED\r\n");
    }

    private static string Set(string key, int length) => $"set {key} 0 0 {length}\r\n{new string('x', length)}\r\n";

    private static IService Service(params (string Name, object Value)[] given)
    {
        var workload = new MemcachedWorkload();
        return workload.CreateService(SocketlessRun.Settings(workload, given), SilentEventSink.Instance);
    }

    private static string Ask(SocketlessServer server, string request) =>
        Encoding.ASCII.GetString(server.Send(Encoding.ASCII.GetBytes(request)));
}
