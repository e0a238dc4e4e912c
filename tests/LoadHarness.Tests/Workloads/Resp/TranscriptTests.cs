using System.Text;
using LoadHarness.Contracts.Serving;
using LoadHarness.Workloads.Resp;

namespace LoadHarness.Tests.Workloads.Resp;

/// <summary>Bytes in and bytes out, written by hand from the protocol's description.</summary>
public sealed class TranscriptTests : IDisposable
{
    private readonly IService _service;

    public TranscriptTests() => _service = Service();

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData("*1\r\n$4\r\nPING\r\n", "+PONG\r\n")]
    [InlineData("*2\r\n$4\r\nping\r\n$2\r\nhi\r\n", "$2\r\nhi\r\n")]
    [InlineData("PING\r\nPING\r\n", "+PONG\r\n+PONG\r\n")]
    [InlineData("*2\r\n$4\r\nECHO\r\n$0\r\n\r\n", "$0\r\n\r\n")]
    [InlineData("*2\r\n$3\r\nGET\r\n$1\r\na\r\n", "$-1\r\n")]
    [InlineData("*3\r\n$3\r\nSET\r\n$1\r\na\r\n$2\r\n\r\n\r\nget a\r\n", "+OK\r\n$2\r\n\r\n\r\n")]
    [InlineData("set a 1\r\nset a 22\r\nget a\r\n", "+OK\r\n+OK\r\n$2\r\n22\r\n")]
    [InlineData("set a 1\r\nset a 2\r\nget a\r\n", "+OK\r\n+OK\r\n$1\r\n2\r\n")]
    [InlineData("set a 1\r\ndel a b a\r\nget a\r\n", "+OK\r\n:1\r\n$-1\r\n")]
    [InlineData("incr n\r\nincr n\r\nget n\r\n", ":1\r\n:2\r\n$1\r\n2\r\n")]
    [InlineData("set n 99\r\nincr n\r\nset n -1\r\nincr n\r\n", "+OK\r\n:100\r\n+OK\r\n:0\r\n")]
    [InlineData("set n 1x\r\nincr n\r\n", "+OK\r\n-ERR value is not an integer or out of range\r\n")]
    [InlineData("set n 9223372036854775807\r\nincr n\r\n",
        "+OK\r\n-ERR value is not an integer or out of range\r\n")]
    [InlineData("config get save\r\n", "*2\r\n$4\r\nsave\r\n$0\r\n\r\n")]
    [InlineData("config get appendonly\r\n", "*2\r\n$10\r\nappendonly\r\n$2\r\nno\r\n")]
    [InlineData("config get other\r\ncommand docs\r\n", "*0\r\n*0\r\n")]
    [InlineData("get\r\n", "-ERR wrong number of arguments for 'get' command\r\n")]
    [InlineData("set a\r\n", "-ERR wrong number of arguments for 'set' command\r\n")]
    [InlineData("set a 1 ex 10\r\n", "-ERR syntax error\r\n")]
    [InlineData("flushall\r\nping\r\n", "-ERR unknown command 'flushall'\r\n+PONG\r\n")]
    [InlineData("\r\n\r\nping\r\n", "+PONG\r\n")]
    public void A_request_has_its_answer(string request, string answer)
    {
        Ask(request, out var isClosed).ShouldBe(answer);
        isClosed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("ping\r\nquit\r\nping\r\n", "+PONG\r\n+OK\r\n")]
    [InlineData("*1\r\n:1\r\nping\r\n", "-ERR Protocol error: expected '$'\r\n")]
    [InlineData("*x", "-ERR Protocol error: invalid multibulk length\r\n")]
    public void After_a_quit_or_a_broken_protocol_the_connection_ends(string request, string answer)
    {
        Ask(request, out var isClosed).ShouldBe(answer);
        isClosed.ShouldBeTrue();
    }

    [Fact]
    public void An_unprintable_name_cannot_break_the_error_line()
    {
        var answer = Ask("*1\r\n$4\r\na\r\nb\r\n", out _);
        answer.ShouldBe("-ERR unknown command 'a??b'\r\n");
    }

    [Fact]
    public void Connections_share_their_keys_and_requests_cut_anywhere_are_answered_once()
    {
        var one = new SocketlessServer(_service);
        var two = new SocketlessServer(_service);
        one.Send("*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$5\r\nhel"u8).ShouldBeEmpty();
        two.Send("*2\r\n$3\r\nGET\r\n$1"u8).ShouldBeEmpty();
        one.Send("lo\r"u8).ShouldBeEmpty();
        one.Send("\n"u8).ShouldBe("+OK\r\n"u8.ToArray());
        two.Send("\r\nk\r\n"u8).ShouldBe("$5\r\nhello\r\n"u8.ToArray());
        _service.OperationCount.ShouldBe(2);
    }

    [Fact]
    public void A_long_pipeline_is_answered_whole_and_in_turns()
    {
        var server = new SocketlessServer(_service);
        var requests = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("ping\r\n", 1000)));
        server.Send(requests).Length.ShouldBe(7 * 1000);
        server.DrainCount.ShouldBe(3);
    }

    [Fact]
    public void What_does_not_fit_into_memory_is_refused_and_nothing_is_lost()
    {
        using var service = Service(("memory-limit", 1));
        var server = new SocketlessServer(service);
        Ask(server, Set("a", new string('x', 600_000))).ShouldBe("+OK\r\n");
        Ask(server, Set("b", new string('x', 600_000))).ShouldStartWith("-OOM ");
        Ask(server, Set("a", new string('y', 700_000))).ShouldBe("+OK\r\n");
        Ask(server, "get b\r\n").ShouldBe("$-1\r\n");
        Ask(server, "get a\r\n").ShouldContain("yyy");
        Ask(server, "del a\r\n").ShouldBe(":1\r\n");
        Ask(server, Set("b", new string('x', 600_000))).ShouldBe("+OK\r\n");
    }

    private static string Set(string key, string value) =>
        $"*3\r\n$3\r\nSET\r\n${key.Length}\r\n{key}\r\n${value.Length}\r\n{value}\r\n";

    private static IService Service(params (string Name, object Value)[] given)
    {
        var workload = new RespWorkload();
        return workload.CreateService(SocketlessRun.Settings(workload, given), SilentEventSink.Instance);
    }

    private static string Ask(SocketlessServer server, string request) =>
        Encoding.ASCII.GetString(server.Send(Encoding.ASCII.GetBytes(request)));

    private string Ask(string request, out bool isClosed)
    {
        var server = new SocketlessServer(_service);
        var answer = Ask(server, request);
        isClosed = server.IsClosed;
        return answer;
    }
}
