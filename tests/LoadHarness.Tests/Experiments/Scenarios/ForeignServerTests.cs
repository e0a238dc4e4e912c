using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Running;
using LoadHarness.Experiments.Scenarios;

namespace LoadHarness.Tests.Experiments.Scenarios;

public sealed class ForeignServerTests
{
    private readonly List<string> _problems = [];

    [Fact]
    public void A_command_is_read_whole()
    {
        var server = Parse("""
            { name: redis, command: 'redis-server --port {port} --save ""', ready: Ready, ready_within_s: 1.5,
              environment: { A: b, N: 1 }, folder: /, stop_signal: INT, cpus: 0 }
            """);

        _problems.ShouldBeEmpty();
        server!.Models.ShouldBe(["redis"]);
        server.Cpus.ShouldBe("0");
        var foreign = server.Foreign!;
        foreign.Command.ShouldBe(["redis-server", "--port", "{port}", "--save", ""]);
        (foreign.ReadyPattern, foreign.ReadyWithin_s, foreign.WorkingFolder).ShouldBe(("Ready", 1.5, "/"));
        foreign.Environment.ShouldBe(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["A"] = "b", ["N"] = "1" }, ignoreOrder: true);
        foreign.StopSignal.ShouldBe(StopSignal.Interrupt);
    }

    [Fact]
    public void A_server_that_runs_already_has_its_address_for_a_name()
    {
        var server = Parse("{ address: 'localhost:6379' }");

        _problems.ShouldBeEmpty();
        server!.Models.ShouldBe(["localhost:6379"]);
        server.Foreign!.IsRunningAlready.ShouldBeTrue();
        server.Foreign.Address!.Port.ShouldBe(6379);
    }

    [Theory]
    [InlineData("{ command: [a, '{port}'] }")]
    [InlineData("{ command: a, environment: { PORT: '{port}' } }")]
    [InlineData("{ command: a, address: '127.0.0.1:80' }")]
    [InlineData("{ command: a, ready: 'port (?<port>[0-9]+)' }")]
    public void The_port_of_a_command_is_known_in_four_ways(string server)
    {
        Parse(server).ShouldNotBeNull();

        _problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{ command: a }", "server.command: how is its port known?")]
    [InlineData("{ command: a, ready: port }", "server.command: how is its port known?")]
    [InlineData("{ command: 'a \"{port}' }", "server.command: a quote is not closed")]
    [InlineData("{ command: '' }", "server.command: a program with its arguments")]
    [InlineData("{ command: 'a {port}', ready: '(' }", "server.ready: Invalid pattern")]
    [InlineData("{ command: 'a {port}', folder: /nowhere }", "server.folder: there is no folder /nowhere")]
    [InlineData("{ command: 'a {port}', stop_signal: KILL }", "server.stop_signal: 'KILL' is unknown")]
    [InlineData("{ command: 'a {port}', name: epoll }", "server.name: 'epoll' is one of our own")]
    [InlineData("{ command: 'a {port}', name: ../up }", "server.name: '../up': letters")]
    [InlineData("{ command: 'a {port}', models: [epoll] }", "server.models: is for our own servers")]
    [InlineData("{ address: somewhere }", "server.address: 'somewhere': expected a host and a port")]
    [InlineData("{ address: 'a:1', stop_signal: INT }", "server.stop_signal: unknown key")]
    public void What_makes_no_sense_is_told(string server, string problem)
    {
        Parse(server).ShouldBeNull();

        _problems.ShouldHaveSingleItem().ShouldContain(problem);
    }

    [Theory]
    [InlineData("{ command: \"a {port} 'b c'\" }", "started by: a {port} 'b c'")]
    [InlineData("{ address: '[::1]:80' }", "running already at [::1]:80")]
    public void The_plan_says_what_is_measured(string server, string said)
    {
        var scenario = Load(server)!;

        ExperimentPlan.Of(scenario, "default", ["get"]).Describe()
            .ShouldContain(line => line.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ }", 40)]
    [InlineData("{ idle_connections: 10 }", 30)]
    [InlineData("{ max_clients: 30, idle_connections: 10 }", 30)]
    [InlineData("{ holds: [10, 40] }", 40)]
    public void A_ladder_ends_at_the_connections_that_the_server_takes(string load, int highest)
    {
        var scenario = Load("{ command: 'a {port}', max_connections: 40 }", load);

        _problems.ShouldBeEmpty();
        scenario!.Server.Foreign!.MaxConnections.ShouldBe(40);
        scenario.Load.MaxClients.ShouldBe(highest);
    }

    [Theory]
    [InlineData("{ max_clients: 41 }", "load: max_clients: 41 clients are more than the server takes "
        + "(server.max_connections: 40)")]
    [InlineData("{ max_clients: 31, idle_connections: 10 }", "31 clients and 10 idle connections are more")]
    [InlineData("{ idle_connections: 40 }", "64 clients and 40 idle connections are more")]
    [InlineData("{ holds: [41, 10] }", "load: holds: 41 clients are more")]
    [InlineData("{ model: rate, rate_per_s: 5, connections: 41 }", "load: connections: 41 are more than the server")]
    public void A_load_beyond_the_connections_that_the_server_takes_is_refused(string load, string problem)
    {
        Load("{ command: 'a {port}', max_connections: 40 }", load).ShouldBeNull();

        _problems.ShouldHaveSingleItem().ShouldContain(problem);
    }

    private ServerSetup? Parse(string server) => Load(server)?.Server;

    private Scenario? Load(string server, string load = "{ }") =>
        new ScenarioFile(WorkloadRegistry.Default.All, ModelRegistry.Default.All).Parse("f.yaml", $$"""
            name: other
            workload: { name: resp }
            profiles: { default: { budget_s: 10 } }
            server: {{server}}
            load: {{load}}
            """, _problems);
}
