using System.Buffers;
using System.Text;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Http;

namespace LoadHarness.Tests.Workloads.Http;

public sealed class HttpClientTests
{
    private const string Plain = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc";
    private const string Chunked =
        "HTTP/1.1 200 OK\r\nServer: nginx\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n";

    private static readonly HttpWorkload _workload = new();

    [Theory]
    [InlineData("get")]
    [InlineData("post")]
    [InlineData("mixed")]
    public void Every_stage_gets_right_answers_from_the_service(string stage)
    {
        var settings = SocketlessRun.Settings(_workload);
        var population = _workload.CreatePopulation(settings, stage, PopulationShare.Whole, seed: 1);
        using var service = _workload.CreateService(settings, SilentEventSink.Instance);
        var run = new SocketlessRun(service, population);
        for (var i = 0; i < 100; i++) run.Measure().ShouldBe(Outcome.Correct);
        service.OperationCount.ShouldBe(100);
    }

    [Theory]
    [InlineData("get", 1000, 1000)]
    [InlineData("post", 0, 0)]
    [InlineData("mixed", 650, 750)]
    public void The_mixed_stage_reads_as_often_as_it_is_told_to(string stage, int fewest, int most)
    {
        var client = Client(stage, ("get-share", 70));
        var request = new ArrayBufferWriter<byte>();
        var gets = 0;
        for (var i = 0; i < 1000; i++)
        {
            request.ResetWrittenCount();
            client.Begin(Purpose.Measure, request);
            var isGet = request.WrittenSpan.StartsWith("GET "u8);
            isGet.ShouldBe(client.OperationType == 0);
            if (isGet) gets++;
        }

        gets.ShouldBeInRange(fewest, most);
    }

    [Theory]
    [InlineData("get", Plain)]
    [InlineData("get", Chunked)]
    [InlineData("post", Plain)]
    [InlineData("mixed", Plain)]
    public void An_operation_allocates_nothing(string stage, string answer)
    {
        var client = Client(stage, ("response-bytes", 3));
        var request = new ArrayBufferWriter<byte>(4096);
        var input = Encoding.ASCII.GetBytes(answer);
        var right = 0;
        Allocation.LeastOf_bytes(() =>
        {
            right = 0;
            for (var i = 0; i < 1000; i++)
            {
                request.ResetWrittenCount();
                client.Begin(Purpose.Measure, request);
                // In two pieces, as a large answer comes.
                var half = client.Receive(input.AsSpan(0, 20), end: false, request);
                var step = client.Receive(input.AsSpan(half.Consumed), end: false, request);
                if (step is { Next: ClientNext.Complete, Outcome: Outcome.Correct }) right++;
            }
        }).ShouldBe(0);
        right.ShouldBe(1000);
    }

    private static IVirtualClient Client(string stage, params (string Name, object Value)[] given) =>
        _workload.CreatePopulation(SocketlessRun.Settings(_workload, given), stage, PopulationShare.Whole, seed: 1)
            .CreateClient(0);
}
