using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Running;
using LoadHarness.Experiments.Scenarios;

namespace LoadHarness.Tests.Experiments.Scenarios;

public sealed class HeldLoadTests
{
    private const string Text = """
        name: mean
        workload: { name: mean, pause-ms: PAUSE }
        server: { models: [MODELS] }
        load: { LOAD }
        profiles: { default: { budget_s: 60 } }
        """;

    private readonly List<string> _problems = [];

    [Fact]
    public void Waiting_clients_are_held_at_fixed_levels_and_their_pause_counts_as_think_time()
    {
        var scenario = Parse("5000", "threaded, select", "holds: [1000, 100]").ShouldNotBeNull();
        _problems.ShouldBeEmpty();
        var plan = ExperimentPlan.Of(scenario, "default", ["mean"],
            HeldLoad.Pause_us(WorkloadRegistry.Default.Find("mean")!, scenario.ClientOptions));
        plan.Rules.Levels.ShouldBe([100, 1000]);
        plan.Rules.ThinkTime_us.ShouldBe(5_000_000);
        plan.RulesWithin(null).Levels.ShouldBe([100, 1000]);
        plan.RulesWithin(64).Levels.ShouldBe([64], "a pool holds no more clients than it has threads");
        plan.RulesWithin(200).Levels.ShouldBe([100, 200]);
    }

    [Fact]
    public void A_ladder_of_waiting_clients_is_refused() =>
        Refused("5000", "threaded", "max_clients: 8").ShouldContain("holds is missing");

    [Fact]
    public void A_model_that_serves_one_client_at_a_time_is_refused_with_the_reason() =>
        Refused("5000", "sequential, threaded", "holds: [100]")
            .ShouldContain("sequential serves one client at a time");

    [Fact]
    public void Without_a_pause_nothing_is_asked_for()
    {
        Parse("0", "sequential", "max_clients: 8").ShouldNotBeNull();
        _problems.ShouldBeEmpty();
    }

    private string Refused(string pause, string models, string load)
    {
        Parse(pause, models, load).ShouldBeNull();
        return _problems.ShouldHaveSingleItem();
    }

    private Scenario? Parse(string pause, string models, string load)
    {
        var text = Text.Replace("PAUSE", pause, StringComparison.Ordinal)
            .Replace("MODELS", models, StringComparison.Ordinal).Replace("LOAD", load, StringComparison.Ordinal);
        var known = ModelRegistry.Default;
        return new ScenarioFile(WorkloadRegistry.Default.All, known.All).Parse("mean.yaml", text, _problems);
    }
}
