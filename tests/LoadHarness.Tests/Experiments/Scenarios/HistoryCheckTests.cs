using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Running;
using LoadHarness.Experiments.Scenarios;

namespace LoadHarness.Tests.Experiments.Scenarios;

public sealed class HistoryCheckTests
{
    private readonly List<string> _problems = [];

    [Fact]
    public void A_check_measures_the_stages_that_have_a_history_unless_others_are_named()
    {
        var scenario = Read("hashtable", "max_clients: 4").ShouldNotBeNull();
        scenario.Check.ShouldBe(ScenarioCheck.Linearizable);
        scenario.Load.Stages.ShouldBe(["contended"]);
        ExperimentPlan.Of(scenario, "default", []).Describe().ShouldContain(
            "  what clients see of every key at a level is recorded and checked: is it linearizable?",
            StringComparer.Ordinal);
        Read("hashtable", "stages: [lookup, contended]").ShouldNotBeNull().Load.Stages
            .ShouldBe(["lookup", "contended"]);
    }

    [Fact]
    public void Without_a_check_nothing_is_recorded()
    {
        var scenario = Read("hashtable", "max_clients: 4", check: "").ShouldNotBeNull();
        (scenario.Check, scenario.Load.Stages.Count).ShouldBe((ScenarioCheck.None, 0));
    }

    [Theory]
    [InlineData("number-list", "max_clients: 4", "virtual", "clients of number-list do not contend for keys")]
    [InlineData("hashtable", "stages: [lookup]", "virtual", "none of the stages under load has a history")]
    [InlineData("hashtable", "stages: [contended]", "processes", "client programs record nothing")]
    public void Where_there_is_nothing_to_check_it_is_refused(
        string workload, string load, string clients, string expected)
    {
        Read(workload, load, clients: clients).ShouldBeNull();
        _problems.ShouldContain(problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Another_word_is_an_error()
    {
        Read("hashtable", "max_clients: 4", check: "check: serializable").ShouldBeNull();
        _problems.ShouldHaveSingleItem().ShouldContain("linearizable");
    }

    private Scenario? Read(
        string workload, string load, string check = "check: linearizable", string clients = "virtual") =>
        new ScenarioFile(WorkloadRegistry.Default.All, ModelRegistry.Default.All).Parse("s.yaml", $$"""
            name: some
            {{check}}
            workload: { name: {{workload}} }
            server: { models: [select] }
            load: { {{load}} }
            generator: { clients: {{clients}} }
            profiles:
              default: { budget_s: 10 }
            """, _problems);
}
