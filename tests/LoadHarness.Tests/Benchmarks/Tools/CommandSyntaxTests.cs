using System.Net;
using LoadHarness.Benchmarks.Tools;
using LoadHarness.Benchmarks.Tools.Commands;
using LoadHarness.Tests.Report;

namespace LoadHarness.Tests.Benchmarks.Tools;

/// <summary>What tools of others are told, and what is read from what they print.</summary>
public sealed class CommandSyntaxTests
{
    private const string WrkOutput = """
        Running 5s test @ http://127.0.0.1:8080/
          1 threads and 64 connections
          Thread Stats   Avg      Stdev     Max   +/- Stdev
            Latency   412.55us  130.60us   6.03ms   88.30%
            Req/Sec   123.10k     4.01k  130.20k    72.00%
          Latency Distribution
             50%  397.00us
             75%  460.00us
             90%  520.00us
             99%    1.25ms
          612345 requests in 5.00s, 130.10MB read
        Requests/sec: 122469.00
        Transfer/sec:     26.02MB
        """;

    private const string RedisOutput = """
        "test","rps","avg_latency_ms","min_latency_ms","p50_latency_ms","p95_latency_ms","p99_latency_ms"
        "GET","86206.90","0.391","0.120","0.367","0.551","0.703","2.455"
        """;

    private const string ApacheOutput = """
        Concurrency Level:      64
        Time taken for tests:   3.000 seconds
        Complete requests:      363021
        Failed requests:        3
        Keep-Alive requests:    363021
        Requests per second:    121007.00 [#/sec] (mean)
        Time per request:       0.529 [ms] (mean)
        Time per request:       0.008 [ms] (mean, across all concurrent requests)

        Percentage of the requests served within a certain time (ms)
          50%      1
          66%      1
          99%      2
         100%      7 (longest request)
        """;

    private const string HeyOutput = """

        Summary:
          Total:	3.0012 secs
          Slowest:	0.0151 secs
          Fastest:	0.0001 secs
          Average:	0.0017 secs
          Requests/sec:	37012.5000

        Latency distribution:
          10% in 0.0008 secs
          50% in 0.0016 secs
          99% in 0.0051 secs
        """;

    private static readonly ToolTask _task = new()
    {
        Target = new IPEndPoint(IPAddress.Loopback, 8080),
        Connections = 64,
        WarmUp_s = 1,
        Length_s = 3,
        ExpectedRate_per_s = 1000,
    };

    [Fact]
    public void Wrk_is_told_whole_seconds_that_outlast_the_span() => new Wrk().Arguments(_task).ShouldBe(
        ["-t1", "-c64", "-d5s", "--latency", "http://127.0.0.1:8080/"]);

    [Fact]
    public void Redis_benchmark_is_told_as_many_requests_as_outlast_the_span() =>
        new RedisBenchmark("get").Arguments(_task with { Pipeline = 16 }).ShouldBe(
        [
            "-h", "127.0.0.1", "-p", "8080", "-c", "64", "-n", "5401", "-P", "16", "-d", "64", "-t", "get", "--csv",
        ]);

    [Fact]
    public void Ab_and_hey_keep_connections_and_end_by_time()
    {
        new ApacheBench().Arguments(_task).ShouldBe(
            ["-q", "-k", "-t", "5", "-n", "5401", "-c", "64", "http://127.0.0.1:8080/"]);
        new Hey().Arguments(_task).ShouldBe(["-z", "5s", "-cpus", "1", "-c", "64", "http://127.0.0.1:8080/"]);
    }

    [Fact]
    public void Results_are_read_also_where_a_comma_is_the_decimal_point() => InCulture.WithComma(() =>
    {
        new Wrk().Parse(WrkOutput).ShouldBe(new ToolReport(122_469, 412.55, 397, 1250, 0));
        new RedisBenchmark("get").Parse(RedisOutput).ShouldBe(new ToolReport(86_206.9, 391, 367, 703, -1));
        new ApacheBench().Parse(ApacheOutput).ShouldBe(new ToolReport(121_007, 529, 1000, 2000, 3));
        new Hey().Parse(HeyOutput).ShouldBe(new ToolReport(37_012.5, 1700, 1600, 5100, -1));
        return true;
    });

    [Fact]
    public void Wrk_names_errors_only_when_there_were_some()
    {
        var output = WrkOutput + "\n  Socket errors: connect 1, read 20, write 300, timeout 4000"
            + "\n  Non-2xx or 3xx responses: 50000\n";
        new Wrk().Parse(output).Errors.ShouldBe(54_321);
    }

    [Fact]
    public void Output_without_a_result_is_an_error()
    {
        ICommandSyntax[] all = [new Wrk(), new RedisBenchmark("get"), new ApacheBench(), new Hey()];
        foreach (var tool in all) Should.Throw<FormatException>(() => tool.Parse("unable to connect"));
    }
}
