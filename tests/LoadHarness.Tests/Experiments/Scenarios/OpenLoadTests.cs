using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Experiments.Running;
using LoadHarness.Experiments.Scenarios;
using LoadHarness.Tests.Report;

namespace LoadHarness.Tests.Experiments.Scenarios;

public sealed class OpenLoadTests
{
    private const string Rates = "model: rate, rate_per_s: [5000, 1000.5], arrivals: constant, connections: 40, "
        + "when_busy: drop";

    private readonly List<string> _problems = [];

    [Fact]
    public void Rates_stand_in_place_of_the_ladder()
    {
        var scenario = Parse(Rates).ShouldNotBeNull();

        _problems.ShouldBeEmpty();
        var open = scenario.Load.Open.ShouldNotBeNull();
        open.ReplacesClients.ShouldBeTrue();
        open.Rates_per_s.ShouldBe([1000.5, 5000]);
        (open.Arrivals, open.Connections, open.WhenBusy).ShouldBe((Arrivals.Constant, 40, BusyPolicy.Drop));
    }

    [Fact]
    public void One_number_is_a_rate_and_the_rest_has_defaults()
    {
        var open = Parse("model: rate, rate_per_s: 250").ShouldNotBeNull().Load.Open.ShouldNotBeNull();

        open.Rates_per_s.ShouldBe([250]);
        (open.Arrivals, open.Connections, open.WhenBusy).ShouldBe((Arrivals.Poisson, 0, BusyPolicy.Queue));
    }

    [Fact]
    public void Shares_of_the_capacity_follow_the_ladder_in_profiles_that_have_them()
    {
        var scenario = Parse("max_clients: 8, rate_ladder: [0.9, 0.5]").ShouldNotBeNull();

        _problems.ShouldBeEmpty();
        scenario.Load.Open!.Ladder.ShouldBe([0.5, 0.9]);
        Plan(scenario, "smoke").Open.ShouldBeNull("smoke has none unless it says so");
        Plan(scenario, "default").Open.ShouldBeNull("it says no");
        var full = Plan(scenario, "full");
        full.Rules.Open!.Ladder.ShouldBe([0.5, 0.9]);
        full.RateUnits.ShouldBe(2);
        (full.Units - full.OverloadUnits - Plan(scenario, "default").Units).ShouldBe(2);
    }

    [Fact]
    public void Without_either_the_loop_is_closed() =>
        Parse("model: clients").ShouldNotBeNull().Load.Open.ShouldBeNull();

    [Theory]
    [InlineData("model: rate", "load.rate_per_s: is missing: model: rate offers operations per second")]
    [InlineData("rate_per_s: 5", "load.rate_per_s: goes with model: rate")]
    [InlineData("model: rates", "load.model: 'rates' is unknown; did you mean 'rate'?")]
    [InlineData("model: rate, rate_per_s: [5, fast]", "load.rate_per_s: 'fast' is not a number from 0.1 to 10000000")]
    [InlineData("model: rate, rate_per_s: 5, max_clients: 4", "load.max_clients: goes with a ladder of clients")]
    [InlineData("model: rate, rate_per_s: 5, holds: [4]", "load.holds: goes with a ladder of clients")]
    [InlineData("model: rate, rate_per_s: 5, rate_ladder: [0.5]", "load.rate_ladder: goes with a ladder of clients")]
    [InlineData("model: rate, rate_per_s: 5, think_time_ms: 1", "load: think_time_ms: with rate_per_s operations are")]
    [InlineData("rate_ladder: [0.5, 5]", "load.rate_ladder: '5' is not a number from 0.01 to 2")]
    [InlineData("rate_ladder: [0.5], holds: [4]", "load: rate_ladder: fixed levels find no capacity")]
    [InlineData("rate_ladder: [0.5], think_time_ms: 1", "load: think_time_ms: with rate_ladder operations are due by")]
    [InlineData("arrivals: constant", "load.arrivals: goes with model: rate or with a rate_ladder")]
    [InlineData("when_busy: wait, rate_ladder: [1]", "load.when_busy: 'wait' is unknown")]
    public void What_contradicts_itself_is_told(string load, string said)
    {
        Parse(load).ShouldBeNull();

        string.Join('\n', _problems).ShouldContain(said);
    }

    [Fact]
    public void Connections_that_a_model_would_never_serve_are_told()
    {
        Parse("rate_ladder: [0.5], connections: 8", "select, sequential").ShouldBeNull();

        _problems.ShouldHaveSingleItem().ShouldContain("connections: sequential serves no more than 1 at a time");
    }

    [Fact]
    public void Clients_that_wait_for_one_another_and_client_programs_offer_no_rate()
    {
        var load = new LoadSetup { Open = new OpenSetup { Rates_per_s = [5] } };
        var mean = WorkloadRegistry.Default.Find("mean")!;
        var table = WorkloadRegistry.Default.Find("hashtable")!;

        Problems(mean, load, new GeneratorSetup()).ShouldHaveSingleItem().ShouldContain("mostly wait for one another");
        Problems(table, load, new GeneratorSetup { UsesProcesses = true }).ShouldHaveSingleItem()
            .ShouldContain("client programs wait for their answers");
        Problems(table, load, new GeneratorSetup()).ShouldBeEmpty();
    }

    [Fact]
    public void The_plan_names_rates_arrivals_connections_and_policy_whatever_the_culture()
    {
        var plan = Plan(Parse(Rates)!, "full");
        plan.LadderUnits.ShouldBe(2);
        plan.RepeatUnits.ShouldBe(2, "restarts offer all rates again");
        var text = InCulture.WithComma(() => string.Join('\n', plan.Describe()));

        text.ShouldContain("  1 curve at rates of 1,000.5, 5,000 operations/s\n");
        text.ShouldContain("  constant arrivals over 40 connections; an operation that finds all of them busy is "
            + "dropped and counted\n");
    }

    [Fact]
    public void The_plan_names_the_shares_behind_the_ladders() =>
        string.Join('\n', Plan(Parse("max_clients: 8, rate_ladder: [0.5, 0.95]")!, "full").Describe())
            .ShouldContain("clients, until it levels out; then 50, 95 % of the capacity found\n  poisson arrivals over "
                + "4 connections for each client at which it levels out (128 to 1024); an operation that finds");

    private static IEnumerable<string> Problems(
        IWorkload workload, LoadSetup load, GeneratorSetup generator) =>
        OpenLoadRules.Problems(workload, Scenario.NoOptions, load, generator, ["select"], _ => null)
            .Select(problem => problem.Problem);

    private static ExperimentPlan Plan(Scenario scenario, string profile) =>
        ExperimentPlan.Of(scenario, profile, ["lookup"]);

    private Scenario? Parse(string load, string models = "select") =>
        new ScenarioFile(WorkloadRegistry.Default.All, ModelRegistry.Default.All).Parse("f.y", $$"""
            name: rates
            workload: { name: hashtable }
            server: { models: [{{models}}] }
            load: { {{load}} }
            profiles:
              smoke: { budget_s: 10 }
              default: { budget_s: 10, rate_ladder: false }
              full: { budget_s: 10 }
            """, _problems);
}
