using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Running;
using LoadHarness.Platform.Network.Probing;
using LoadHarness.Platform.Processes;
using LoadHarness.Results;

namespace LoadHarness.Tests.Experiments.Running;

public sealed class LoopSelectionTests
{
    private static readonly CpuPlan _cpus = new(new CpuSet([0]), new CpuSet([1, 2]));

    private readonly List<(int Generator, int Server)> _trials = [];

    [Fact]
    public void A_loop_left_open_is_settled_by_a_trial_on_the_cpus_of_the_run_and_written_down()
    {
        var plan = Selection(new LoopRound(5, 4)).Settle(Plan("auto"), _cpus, out var trial);

        plan.Scenario.Generator.Loop.ShouldBe("io_uring");
        trial.ShouldBe(new LoopTrial(5, 4, 0.8, 3));
        _trials.ShouldBe([(1, 0)]);
    }

    [Fact]
    public void The_runs_of_a_session_share_one_trial()
    {
        var selection = Selection(new LoopRound(5, 5));

        selection.Settle(Plan("auto"), _cpus, out _).Scenario.Generator.Loop.ShouldBe("epoll");
        selection.Settle(Plan("auto"), _cpus, out var trial);

        trial.ShouldNotBeNull();
        _trials.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("epoll", false)]
    [InlineData("io_uring", false)]
    [InlineData("portable", false)]
    [InlineData("auto", true)]
    public void A_loop_that_is_named_or_used_by_nobody_needs_no_trial(string loop, bool usesProcesses)
    {
        var plan = Plan(loop, usesProcesses);

        Selection(new LoopRound(5, 4)).Settle(plan, _cpus, out var trial).ShouldBeSameAs(plan);

        trial.ShouldBeNull();
        _trials.ShouldBeEmpty();
    }

    [Fact]
    public void Where_nothing_could_be_measured_the_choice_is_the_systems()
    {
        var plan = Plan("auto");
        new LoopSelection((_, _) => []).Settle(plan, _cpus, out var trial).ShouldBeSameAs(plan);
        trial.ShouldBeNull();
    }

    private LoopSelection Selection(LoopRound round) => new((generator, server) =>
    {
        _trials.Add((generator, server));
        return [round, round, round];
    });

    private static ExperimentPlan Plan(string loop, bool usesProcesses = false) => ExperimentPlan.Of(
        new Scenario
        {
            Name = "s",
            Workload = "fake",
            Server = new ServerSetup { Models = ["a"] },
            Load = new LoadSetup(),
            Generator = new GeneratorSetup { Loop = loop, UsesProcesses = usesProcesses },
            Profiles = new Dictionary<string, EffortProfile>(StringComparer.Ordinal)
            {
                ["default"] = new() { Budget_s = 60 },
            },
        },
        "default",
        ["read"]);
}
