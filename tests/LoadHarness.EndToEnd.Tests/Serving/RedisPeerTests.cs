using System.Globalization;
using System.Net;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.EndToEnd.Tests.Peers;
using LoadHarness.Engine;
using LoadHarness.Workloads.Resp;

namespace LoadHarness.EndToEnd.Tests.Serving;

/// <summary>Our clients against a real Redis, and Redis' own clients against our server.</summary>
public sealed class RedisPeerTests
{
    private const int Enough = 3000;

    [PeerTheory("redis-server")]
    [InlineData("get", 1)]
    [InlineData("set", 1)]
    [InlineData("incr", 1)]
    [InlineData("ping", 1)]
    [InlineData("mixed", 16)]
    public async Task Our_clients_load_a_real_redis_without_errors(string stage, int pipeline)
    {
        await using var redis = await RedisServer.StartAsync();
        Load(redis.Endpoint, stage, pipeline);
    }

    [PeerTheory("redis-cli")]
    [InlineData("epoll")]
    [InlineData("io_uring")]
    [InlineData("select")]
    [InlineData("threaded")]
    [InlineData("sequential")]
    public async Task The_command_line_client_of_redis_works_with_our_server(string model)
    {
        using var server = ServeProcess.Start("resp", "--model", model, "--port", "0");
        (await Ask(server, "set", "key", "a value")).ShouldBe("OK\n");
        (await Ask(server, "get", "key")).ShouldBe("a value\n");
        (await Ask(server, "get", "other")).ShouldBe("\n");
        (await Ask(server, "incr", "n")).ShouldBe("1\n");
        (await Ask(server, "incr", "n")).ShouldBe("2\n");
        (await Ask(server, "del", "n", "m")).ShouldBe("1\n");
        (await Ask(server, "echo", "hello")).ShouldBe("hello\n");
        (await Ask(server, "ping")).ShouldBe("PONG\n");
    }

    [PeerTheory("redis-benchmark")]
    [InlineData("epoll")]
    [InlineData("threaded")]
    public async Task The_load_generator_of_redis_works_with_our_server(string model)
    {
        using var server = ServeProcess.Start("resp", "--model", model, "--port", "0");
        var printed = await PeerProcess.RunAsync(
            "redis-benchmark", "-p", Port(server), "-t", "ping,set,get,incr", "-n", "3000", "-c", "16", "-P", "4",
            "--csv");
        foreach (var test in (string[])["PING_INLINE", "PING_MBULK", "SET", "GET", "INCR"])
            printed.ShouldContain($"\"{test}\",");
        printed.ShouldNotContain("ERR");
    }

    private static void Load(IPEndPoint target, string stage, int pipeline)
    {
        var workload = new RespWorkload();
        var given = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["keys"] = "500",
            ["pipeline"] = pipeline.ToString(CultureInfo.InvariantCulture),
        };
        var settings = WorkloadSettings.Create(workload.Options, given, []);
        var population = workload.CreatePopulation(settings, stage, PopulationShare.Whole, seed: 1);
        var plan = new LoadPlan
        {
            Target = target,
            Clients = 16,
            ConnectionUse = workload.ConnectionUse,
            OperationTypeCount = workload.OperationTypes.Count,
        };
        var preparation = plan with { Purpose = Purpose.Prepare };
        if (population.NeedsPreparation)
            _ = new LoadEngine().Run(preparation, [population], new CountedLoad(1), default);
        population.NeedsPreparation.ShouldBeFalse();
        var load = new CountedLoad(Enough);
        _ = new LoadEngine().Run(plan, [population], load, default);
        load.Errors.ShouldBe(0);
        load.Correct.ShouldBeGreaterThanOrEqualTo(Enough);
    }

    private static Task<string> Ask(ServeProcess server, params string[] command) =>
        PeerProcess.RunAsync("redis-cli", ["-p", Port(server), .. command]);

    private static string Port(ServeProcess server) =>
        server.Endpoint.Port.ToString(CultureInfo.InvariantCulture);
}
