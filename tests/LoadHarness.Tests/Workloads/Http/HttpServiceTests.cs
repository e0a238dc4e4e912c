using System.Text;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Http;

namespace LoadHarness.Tests.Workloads.Http;

public sealed class HttpServiceTests
{
    private const string Get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private const string Post = "POST /p HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc";
    private const string Answer = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nhh";

    [Fact]
    public void Requests_are_answered_in_turn_however_they_are_cut()
    {
        var input = Encoding.ASCII.GetBytes(Get + Post + Get);
        for (var piece = 1; piece <= input.Length; piece++)
        {
            using var service = Service();
            var server = new SocketlessServer(service);
            var answers = input.Chunk(piece).Select(bytes => Encoding.ASCII.GetString(server.Send(bytes)));
            string.Concat(answers).ShouldBe(Answer + Answer + Answer);
            server.IsClosed.ShouldBeFalse();
            service.OperationCount.ShouldBe(3);
        }
    }

    [Fact]
    public void A_client_that_wants_no_more_gets_its_answer_and_the_end()
    {
        using var service = Service();
        var server = new SocketlessServer(service);

        Send(server, "POST / HTTP/1.1\r\nConnection: close\r\nContent-Length: 1\r\n\r\n").ShouldBeEmpty();
        Send(server, "x").ShouldBe(Answer);

        server.IsClosed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("DELETE / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.0\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n")]
    public void Everything_else_is_refused_and_ends_the_connection(string request)
    {
        using var service = Service();
        var server = new SocketlessServer(service);

        Send(server, request).ShouldStartWith("HTTP/1.1 400 ");

        server.IsClosed.ShouldBeTrue();
        service.OperationCount.ShouldBe(0);
    }

    private static string Send(SocketlessServer server, string text) =>
        Encoding.ASCII.GetString(server.Send(Encoding.ASCII.GetBytes(text)));

    private static IService Service()
    {
        var workload = new HttpWorkload();
        var given = new Dictionary<string, string>(StringComparer.Ordinal) { ["response-bytes"] = "2" };
        return workload.CreateService(
            WorkloadSettings.Create(workload.Options, given, []), SilentEventSink.Instance);
    }
}
