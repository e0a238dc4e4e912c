using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LoadHarness.Benchmarks.Tools.Commands;
using LoadHarness.Benchmarks.Tools.Servers;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Platform.Network;
using LoadHarness.Platform.Processes;
using LoadHarness.Workloads.Http;
using LoadHarness.Workloads.Null;
using LoadHarness.Workloads.Resp;

namespace LoadHarness.Benchmarks.Tools;

/// <summary>Starts servers and puts beside each the tools that this machine has.</summary>
/// <param name="launcher">Starts processes.</param>
/// <param name="servers">Starts servers.</param>
/// <param name="cpu">The generator's CPU.</param>
/// <param name="options">What is asked for.</param>
internal sealed class ToolSetups(ProcessLauncher launcher, ServerPark servers, int cpu, ToolOptions options)
{
    private const int Batch = 16;
    private const int FewestForBatches = 16;
    private const int MostForBatches = 256;

    private static readonly RespWorkload _resp = new();
    private static readonly HttpWorkload _http = new();

    /// <summary>Programs that were looked for and are not there.</summary>
    public SortedSet<string> Absent { get; } = new(StringComparer.Ordinal);

    /// <summary>Starts the server of a name.</summary>
    /// <returns>Empty when its program is not there, or no other tool for it.</returns>
    /// <exception cref="FormatException">There is no such server.</exception>
    /// <exception cref="InvalidOperationException">It does not start.</exception>
    public IReadOnlyList<ToolSetup> Start(string name) => name switch
    {
        "floor" => [Floor()],
        "redis" => Redis() is { } redis ? [redis] : [],
        "nginx" => Nginx() is { } nginx ? [nginx] : [],
        "delay" => [DelayedPing(), DelayedGet()],
        _ => throw new FormatException($"there is no server '{name}' to compare on: floor, redis, nginx or delay"),
    };

    private ToolSetup Floor()
    {
        var client = new FloorClient(options.Floor, cpu);
        if (!File.Exists(client.Program))
            throw new InvalidOperationException($"{client.Program} is not there; 'make peers-floor' builds it");
        var workload = new NullWorkload();
        var size = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["request-bytes"] = "64",
            ["response-bytes"] = "64",
        };
        var sut = servers.Start(
            new ForeignServer
            {
                Name = "floor",
                Command = [Path.GetFullPath(Path.Combine(options.Floor, "server"))],
                ReadyPattern = @"^(?<port>\d+)$",
            },
            workload);
        return new ToolSetup(
            "C echo server", new MeasuredServer(sut, new RedisCounter(sut.Endpoint)),
            [new CommandTool(launcher, client, cpu), .. Ours(workload, workload.Stages[0], size)],
            [.. options.Connections.Select(connections => (connections, 1))]);
    }

    private ToolSetup? Redis()
    {
        if (!IsThere("redis-server") || Others(new RedisBenchmark("get")) is not { Count: > 0 } others) return null;
        var sut = servers.Start(Path.Combine("scenarios", "redis.yaml"), _resp);
        SetKey(sut.Endpoint);
        return new ToolSetup(
            "redis", new MeasuredServer(sut, new RedisCounter(sut.Endpoint)), [.. others, .. Ours(_resp, "get")],
            [
                .. options.Connections.Select(connections => (connections, 1)),
                .. options.Connections.Where(connections => connections is >= FewestForBatches and <= MostForBatches)
                    .Select(connections => (connections, Batch)),
            ]);
    }

    private ToolSetup? Nginx()
    {
        if (!IsThere("nginx") || Others(new Wrk(), new ApacheBench(), new Hey()) is not { Count: > 0 } others)
            return null;
        var sut = servers.Start(Path.Combine("scenarios", "nginx.yaml"), _http);
        return new ToolSetup(
            "nginx", new MeasuredServer(sut, new NginxCounter(sut.Endpoint)), [.. others, .. Ours(_http, "get")],
            [.. options.Connections.Select(connections => (connections, 1))]);
    }

    private ToolSetup DelayedPing() =>
        Delayed("delay, redis protocol", Others(new RedisBenchmark("ping_mbulk")), Ours(_resp, "ping"), _resp);

    private ToolSetup DelayedGet() => Delayed("delay, http", Others(new Wrk()), Ours(_http, "get"), _http);

    /// <summary>Without another tool it still shows whether ours tells the truth.</summary>
    private ToolSetup Delayed(
        string name, List<ILoadTool> others, IReadOnlyList<ILoadTool> ours, IWorkload workload)
    {
        var delay_us = options.Delay_ms * 1000;
        var sut = servers.Start(
            new ForeignServer
            {
                Name = workload.Name,
                Command =
                [
                    .. ProgramCommand.Of(typeof(DelayServer).Assembly), DelayServer.Verb,
                    delay_us.ToString(CultureInfo.InvariantCulture),
                ],
                ReadyPattern = @"Listening on .*:(?<port>\d+)$",
            },
            workload);
        return new ToolSetup(
            name, new MeasuredServer(sut, new RedisCounter(sut.Endpoint)), [.. others, .. ours],
            [.. options.Connections.Where(connections => connections <= MostForBatches).Select(n => (n, 1))], delay_us);
    }

    private List<ILoadTool> Others(params IEnumerable<ICommandSyntax> tools) =>
        [.. tools.Where(tool => IsThere(tool.Program)).Select(tool => new CommandTool(launcher, tool, cpu))];

    private IReadOnlyList<ILoadTool> Ours(
        IWorkload workload, string stage, IReadOnlyDictionary<string, string>? given = null)
    {
        var clients = new ToolClients(workload, stage, given ?? Scenario.NoOptions);
        return
        [
            .. new[] { NetworkLoops.Epoll, NetworkLoops.IoUring }.Where(IsAllowed)
                .Select(loop => new EngineTool(loop, clients, cpu)),
        ];
    }

    private bool IsAllowed(string name)
    {
        using var loop = NetworkLoops.Create(name);
        if (loop.Note is { } note) Absent.Add(note);
        return loop.Note is null;
    }

    private bool IsThere(string program)
    {
        var isThere = ToolSearch.IsThere(program);
        if (!isThere) Absent.Add(program);
        return isThere;
    }

    /// <summary>The key that redis-benchmark reads, so that it gets as much as our clients.</summary>
    private static void SetKey(IPEndPoint target)
    {
        var value = new string('x', 64);
        var set = $"*3\r\n$3\r\nSET\r\n${RedisBenchmark.Key.Length}\r\n{RedisBenchmark.Key}\r\n$64\r\n{value}\r\n";
        using var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(target);
        socket.Send(Encoding.ASCII.GetBytes(set));
        var answer = new byte[5];
        if (socket.Receive(answer) < 3 || answer[0] != '+')
            throw new InvalidOperationException("redis-server does not take the key that redis-benchmark reads");
    }
}
