using System.Text;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Http;

namespace LoadHarness.Tests.Workloads.Http;

public sealed class HttpRequestTests
{
    private static readonly HttpWorkload _workload = new();

    [Fact]
    public void A_request_has_the_path_and_the_headers_that_were_given()
    {
        var run = Run("get", ("path", "/a?b=c"), ("host-header", "here"), ("header", @"Accept: */*\r\nX-One: 1"));
        run.Measure();
        Encoding.ASCII.GetString(run.LastRequest)
            .ShouldBe("GET /a?b=c HTTP/1.1\r\nHost: here\r\nAccept: */*\r\nX-One: 1\r\n\r\n");
    }

    [Fact]
    public void A_post_has_the_body_that_was_given_and_its_length()
    {
        var run = Run("post", ("body", @"{""n"": 1}\n"), ("content-type", "application/json"));
        run.Measure().ShouldBe(Outcome.Correct);
        Encoding.ASCII.GetString(run.LastRequest).ShouldBe(
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 9\r\n\r\n{\"n\": 1}\n");
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nhhh")]
    [InlineData("HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\nhh")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhhx")]
    [InlineData("SSH-2.0\r\n\r\n")]
    public void Another_response_is_wrong(string response)
    {
        var run = Run("get", ("response-bytes", 2));
        run.Spoil = _ => Encoding.ASCII.GetBytes(response);
        run.Measure().ShouldBe(Outcome.WrongAnswer);
        run.Spoil = right => right;
        for (var i = 0; i < 10; i++) run.Measure().ShouldBe(Outcome.Correct);
    }

    private static SocketlessRun Run(string stage, params (string Name, object Value)[] given)
    {
        var settings = SocketlessRun.Settings(_workload, given);
        return new SocketlessRun(
            _workload.CreateService(settings, SilentEventSink.Instance),
            _workload.CreatePopulation(settings, stage, PopulationShare.Whole, seed: 1));
    }
}
