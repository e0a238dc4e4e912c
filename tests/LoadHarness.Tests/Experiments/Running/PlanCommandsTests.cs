using System.Net;
using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Running;

namespace LoadHarness.Tests.Experiments.Running;

public sealed class PlanCommandsTests
{
    private static readonly LoadSetup _held = new() { Holds = [1] };

    [Fact]
    public void Servers_of_ours_are_shown_with_their_options_and_a_folder()
    {
        var server = new ServerSetup
        {
            Models = ["select", "thread-pool"],
            Options = Options(("flush", "never")),
            ModelOptions = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
            {
                ["thread-pool"] = Options(("workers", "3")),
            },
        };

        Of("hashtable", server, _held).ShouldBe(
        [
            "loadharness serve hashtable --model select --port 0 --quiet --flush never --data {data}",
            "loadharness serve hashtable --model thread-pool --port 0 --quiet --workers 3 --flush never --data {data}",
        ]);
    }

    [Fact]
    public void So_are_the_processes_that_a_model_starts() =>
        Of("null", new ServerSetup { Models = ["prefork"] }, _held).ShouldBe(
        [
            "loadharness serve null --model prefork --port 0 --quiet", "loadharness serve null --worker …",
        ]);

    [Fact]
    public void A_null_server_is_shown_where_it_may_be_asked_whose_limit_it_is()
    {
        var load = new LoadSetup { CauseChecks = CauseChecks.On };
        Of("resp", new ServerSetup { Models = ["epoll"] }, load)[^2].ShouldBe(
            "loadharness serve null --model {model} --port 0 --quiet --request-bytes {bytes} --response-bytes {bytes}");
        Of("resp", new ServerSetup { Models = ["epoll"] }, load with { CauseChecks = CauseChecks.Off })
            .ShouldHaveSingleItem();
    }

    [Fact]
    public void Programs_that_are_clients_are_shown_for_each_stage()
    {
        var commands = Of(
            "hashtable", new ServerSetup { Models = ["epoll"] }, _held, new GeneratorSetup { UsesProcesses = true });

        commands.Count.ShouldBe(3);
        commands[1].ShouldStartWith(
            "loadharness client testperf {address} --controlled --live --number {number} --of {of} --stages lookup ");
        commands[2].ShouldContain(" --stages scan ");
    }

    [Fact]
    public void A_server_of_others_is_shown_by_its_command_and_one_that_runs_already_by_nothing()
    {
        var foreign = new ForeignServer { Name = "other", Command = ["./it", "--port", "{port}", "two words"] };
        var address = new ForeignServer { Name = "there", Address = new DnsEndPoint("127.0.0.1", 80) };

        Of("resp", new ServerSetup { Models = ["other"], Foreign = foreign }, _held)
            .ShouldBe(["./it --port {port} 'two words'"]);
        Of("resp", new ServerSetup { Models = ["there"], Foreign = address }, new LoadSetup()).ShouldBeEmpty();
    }

    private static List<string> Of(
        string workload, ServerSetup server, LoadSetup load, GeneratorSetup? generator = null)
    {
        var profile = new EffortProfile { Budget_s = 9 };
        var scenario = new Scenario
        {
            Name = "commands",
            Workload = workload,
            Server = server,
            Load = load,
            Generator = generator ?? new GeneratorSetup(),
            Profiles = new Dictionary<string, EffortProfile>(StringComparer.Ordinal) { ["test"] = profile },
        };
        return [.. PlanCommands.Of(
            ExperimentPlan.Of(scenario, "test", ["lookup", "scan"]),
            WorkloadRegistry.Default.Find(workload)!,
            name => ModelRegistry.Default.Find(name) is { IsSpreadOverProcesses: true })];
    }

    private static Dictionary<string, string> Options(params (string Name, string Value)[] options) =>
        options.ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal);
}
