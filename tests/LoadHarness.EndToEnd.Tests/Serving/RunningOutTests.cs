using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Clients;
using LoadHarness.EndToEnd.Tests.Experiments;
using LoadHarness.EndToEnd.Tests.Peers;
using LoadHarness.Platform.Processes;
using LoadHarness.Results;
using LoadHarness.Torture.Attacks;
using LoadHarness.Torture.Attacks.Victims;
using LoadHarness.Torture.Crashes;

namespace LoadHarness.EndToEnd.Tests.Serving;

/// <summary>What happens when descriptors, ports or memory run out.</summary>
public sealed class RunningOutTests
{
    private const string Told = "new connections wait, those that are open are served on: no descriptor is left";
    private const int Operations = 100;

    public static TheoryData<string> Models =>
        ["threaded", "thread-pool", "select", "epoll", "io_uring", "async", "prefork"];

    [LinuxTheory]
    [MemberData(nameof(Models))]
    public void A_server_out_of_descriptors_serves_those_it_has_says_so_once_and_recovers(string model)
    {
        var victim = AllVictims.List.Single(v => string.Equals(v.Workload, "raw", StringComparison.Ordinal));
        using var server = ServeProcess.StartLimited(
            "-n 200", ["raw", "--model", model, "--port", "0", .. More(model)]);
        using var early = new Innocent(server.Endpoint, victim);
        early.Try().ShouldBeTrue(early.LastFailure?.ToString());
        using (var crowd = new Siege())
        {
            for (var i = 0; i < 700; i++) crowd.Connect(server.Endpoint);
            server.AwaitOutput(line => line.StartsWith(Told, StringComparison.Ordinal));
            for (var i = 0; i < Operations; i++) early.Try().ShouldBeTrue(early.LastFailure?.ToString());
        }

        using var late = new Innocent(server.Endpoint, victim);
        for (var i = 0; i < Operations; i++) late.Try().ShouldBeTrue(late.LastFailure?.ToString());
        // Each process of prefork tells it for itself.
        server.Output().Count(line => line.StartsWith(Told, StringComparison.Ordinal))
            .ShouldBeInRange(1, model is "prefork" ? 2 : 1);
        server.Terminate();
        server.AwaitExit().ShouldBe(0);
        server.Errors.ShouldBeEmpty();
    }

    [LinuxFact]
    public void A_load_that_needs_more_descriptors_than_there_are_is_refused_with_the_limit_and_the_way_out()
    {
        using var results = new TemporaryFolder();
        var run = ProgramRun.Limited("-n 500",
            "run", "--workload", "null", "--model", "epoll", "--max-clients", "2000", "--results", results.Path);
        run.ExitCode.ShouldBe(ExitCode.ScenarioInvalid);
        run.Errors.ShouldContain("2000 connections need 2100 descriptors, and this process may open 500");
        run.Errors.ShouldContain("RLIMIT_NOFILE");
        run.Errors.ShouldContain("ulimit -Hn");
    }

    [NetworkFact]
    public void A_generator_without_a_port_left_says_which_limit_it_is_and_keeps_the_levels_before()
    {
        using var results = new TemporaryFolder();
        var file = Path.Combine(results.Path, "ports.yaml");
        File.WriteAllText(file, """
            name: ports
            workload: { name: "null" }
            server: { models: [epoll] }
            load: { holds: [10, 100], window_ms: 100 }
            profiles:
              default: { budget_s: 20, repetitions: 1, min_windows: 3, max_windows: 4, warm_up_s: 0.1, confirm: false }

            """);

        var ended = ProgramRun.Behind(
            NetworkFactAttribute.Own("sysctl -wq net.ipv4.ip_local_port_range='40000 40049'"),
            "run", file, "--results", results.Path);

        ended.ExitCode.ShouldBe(ExitCode.Success, ended.Errors);
        var run = RunReader.Read(RunFolder.Newest(results.Path, "ports")!);
        var limit = run.Events.Single(e => string.Equals(e.Kind, "generator-limit", StringComparison.Ordinal));
        limit.Detail.ShouldContain("net.ipv4.ip_local_port_range 40000 to 40049 gives 50 of them");
        limit.Detail.ShouldContain("sysctl -w");
        run.Levels.Select(level => level.Key.Clients).ShouldBe([10, 100]);
        run.Levels[0].Operations.ShouldBePositive();
        run.Levels[0].Validity.ShouldNotStartWith("invalid");
        run.Levels[1].Validity.ShouldStartWith("invalid");
    }

    [LinuxFact]
    public void A_table_that_has_no_memory_left_loses_nothing_acknowledged()
    {
        using var data = new TemporaryFolder();
        var value = new string('v', 256 * 1024);
        var acknowledged = 0;
        using (var launcher = new ProcessLauncher(ServerUnderAttack.Program))
        using (var server = TableProcess.Start(
            launcher, ServerUnderAttack.Program, "epoll", data.Path, fault: null,
            ("DOTNET_GCHeapHardLimit", "3000000")))
        {
            while (acknowledged < 1000 && Insert(server.Endpoint!, acknowledged, value)) acknowledged++;
            server.Kill();
        }

        // 48 MiB (the limit is hexadecimal) hold fewer than 200 of them.
        acknowledged.ShouldBeInRange(1, 200);
        using var next = ServeProcess.Start("hashtable", "--port", "0", "--data", data.Path);
        using var client = new JsonLineClient(next.Endpoint);
        for (var i = 0; i < acknowledged; i++)
            client.Ask(Request("lookup", i))["result"]!.GetValue<string>().ShouldBe(value);
    }

    [Fact]
    public void Servers_listen_on_the_loopback_address_unless_a_flag_says_otherwise()
    {
        using var server = ServeProcess.Start("raw", "--port", "0");
        server.Endpoint.Address.ToString().ShouldBe("127.0.0.1");
        Others().ShouldAllBe(address => Refuses(address, server.Endpoint.Port));
    }

    /// <summary>True when the write was acknowledged.</summary>
    private static bool Insert(IPEndPoint server, int number, string value)
    {
        try
        {
            using var client = new JsonLineClient(server);
            var request = Request("insert", number);
            request["value"] = value;
            return string.Equals(client.Ask(request)["status"]!.GetValue<string>(), "OK", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return false;
        }
    }

    private static JsonObject Request(string method, int number) =>
        new() { ["method"] = method, ["key"] = $"key {number}" };

    private static string[] More(string model) => model switch
    {
        "thread-pool" => ["--workers", "300", "--queue", "100"],
        "prefork" => ["--workers", "2"],
        _ => [],
    };

    /// <summary>Addresses of this machine beside 127.0.0.1.</summary>
    private static IEnumerable<IPAddress> Others() =>
        NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses).Select(entry => entry.Address)
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork)
            .Where(address => !IPAddress.IsLoopback(address))
            .Append(IPAddress.Parse("127.0.0.2"));

    private static bool Refuses(IPAddress address, int port)
    {
        using var client = new TcpClient(address.AddressFamily);
        try
        {
            client.Connect(address, port);
            return false;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode == SocketError.ConnectionRefused;
        }
    }
}
