using System.Buffers;
using System.Net;
using System.Text;
using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Tests.Workloads;

/// <summary>The last words of services whose protocol has some for a request that never ends.</summary>
public sealed class GivingUpTests
{
    private const string Why = "a request too slow";

    [Theory]
    [InlineData("http", "GET / HT", "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")]
    [InlineData("resp", "*2\r\n$3\r\nGE", "-ERR Protocol error: a request too slow\r\n")]
    [InlineData("memcached", "get ke", "CLIENT_ERROR a request too slow\r\n")]
    [InlineData("hashtable", "{\"method\":\"look",
        "{\"status\":\"exception\",\"type\":\"InvalidRequest\",\"message\":\"a request too slow\"}\n")]
    public void A_service_says_in_its_own_words_why_it_gives_up(string workload, string half, string words)
    {
        using var service = ServiceOf(workload);
        var handler = service.Connect(new IPEndPoint(IPAddress.Loopback, 1));
        var output = new ArrayBufferWriter<byte>();
        handler.Start(output);
        handler.Receive(Encoding.ASCII.GetBytes(half), end: false, output).Next.ShouldBe(Next.Read);
        output.WrittenCount.ShouldBe(0);
        handler.GiveUp(Why, output);
        Encoding.ASCII.GetString(output.WrittenSpan).ShouldBe(words);
        handler.Closed();
    }

    [Fact]
    public void In_a_body_of_which_all_was_read_over_the_request_goes_on()
    {
        using var service = ServiceOf("http");
        var handler = service.Connect(new IPEndPoint(IPAddress.Loopback, 1));
        var output = new ArrayBufferWriter<byte>();
        handler.Start(output);
        handler.IsInRequest.ShouldBeFalse();
        var part = "POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nhello"u8;
        handler.Receive(part, end: false, output).Consumed.ShouldBe(part.Length);
        handler.IsInRequest.ShouldBeTrue();
        handler.Receive("world"u8, end: false, output);
        handler.IsInRequest.ShouldBeFalse();
        handler.Closed();
    }

    private static IService ServiceOf(string name)
    {
        var workload = WorkloadRegistry.Default.Find(name)!;
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        if (name is "hashtable") given["data"] = "none";
        return workload.CreateService(
            WorkloadSettings.Create(workload.Options, given, []), SilentEventSink.Instance);
    }
}
