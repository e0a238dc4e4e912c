using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Clients;
using LoadHarness.EndToEnd.Tests.Experiments;
using LoadHarness.Torture.Attacks;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.EndToEnd.Tests.Serving;

/// <summary>What happens when descriptors run out, on the side of the server and of the load generator.</summary>
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

    [Fact]
    public void Servers_listen_on_the_loopback_address_unless_a_flag_says_otherwise()
    {
        using var server = ServeProcess.Start("raw", "--port", "0");
        server.Endpoint.Address.ToString().ShouldBe("127.0.0.1");
        Others().ShouldAllBe(address => Refuses(address, server.Endpoint.Port));
    }

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
