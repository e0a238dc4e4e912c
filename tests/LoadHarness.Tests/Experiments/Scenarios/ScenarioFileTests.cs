using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Experiments.Running;
using LoadHarness.Experiments.Scenarios;
using LoadHarness.Servers;

namespace LoadHarness.Tests.Experiments.Scenarios;

public sealed class ScenarioFileTests
{
    private const string Good = """
        name: table
        workload: { name: hashtable, keys: 5000 }
        server: { models: [select], options: { flush: never } }
        load: { stages: [lookup], max_clients: 16, window_ms: 200 }
        profiles: { default: { budget_s: 12.5, repetitions: 2 } }
        """;

    private readonly List<string> _problems = [];

    [Fact]
    public void A_good_file_is_read_whole()
    {
        var scenario = Parse(Good);

        _problems.ShouldBeEmpty();
        scenario.ShouldNotBeNull();
        scenario.ClientOptions["keys"].ShouldBe("5000");
        scenario.Server.Options["flush"].ShouldBe("never");
        scenario.Load.MaxClients.ShouldBe(16);
        scenario.Profiles["default"].Budget_s.ShouldBe(12.5);
        scenario.Text.ShouldBe(Good);
    }

    [Fact]
    public void Clients_may_come_from_several_addresses()
    {
        Parse(Good + "\ngenerator: { source_addresses: [127.0.0.2, '::1'] }")!.Generator.SourceAddresses
            .Select(address => address.ToString()).ShouldBe(["127.0.0.2", "::1"]);
        Parse(Good + "\ngenerator: { source_addresses: here }").ShouldBeNull();
        _problems.ShouldHaveSingleItem().ShouldContain("generator.source_addresses: 'here' is not an address");
    }

    [Theory]
    [InlineData("maximum: 5", null)]
    [InlineData("minimum: 5, maximum: 5", null)]
    [InlineData("minimum: 6, maximum: 5", "f.y:2: workload.maximum: 5 is below minimum, which is 6")]
    public void Options_that_bound_each_other_are_checked_together(string options, string? problem)
    {
        Parse(Good.Replace("hashtable, keys: 5000", $"number-list, {options}", StringComparison.Ordinal)
            .Replace(", options: { flush: never }", "", StringComparison.Ordinal)
            .Replace("stages: [lookup], ", "", StringComparison.Ordinal));
        _problems.ShouldBe(problem is null ? [] : [problem]);
    }

    [Fact]
    public void Every_problem_is_told_at_once_with_file_and_line()
    {
        Parse("""
            name: Table
            workload: { name: hashtable, kees: 5000 }
            server: { models: [selekt], options: { flush: sometimes } }
            load: { window_ms: 20 }
            profiles: { default: { repetitions: 0 } }
            surprise: 1
            """).ShouldBeNull();

        _problems.Select(problem => problem[..6]).Distinct(StringComparer.Ordinal).ShouldBe(
            ["f.y:1:", "f.y:2:", "f.y:3:", "f.y:4:", "f.y:5:", "f.y:6:"], ignoreOrder: true);
        _problems.ShouldContain(problem => problem.Contains("did you mean 'keys'?", StringComparison.Ordinal));
        _problems.ShouldContain(problem => problem.Contains("did you mean 'select'?", StringComparison.Ordinal));
        _problems.ShouldContain(problem => problem.Contains("budget_s", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("default", "", OverloadEffort.Spare)]
    [InlineData("full", "", OverloadEffort.Spare)]
    [InlineData("full", ", confirm: false", OverloadEffort.Off)]
    [InlineData("default", ", overload: off", OverloadEffort.Off)]
    [InlineData("smoke", ", confirm: false, overload: planned", OverloadEffort.Planned)]
    public void Overload_is_tried_where_the_profile_says_so_or_has_the_time(
        string profile, string more, OverloadEffort effort) =>
        Parse(Good.Replace(
            "default: { budget_s: 12.5, repetitions: 2 }", profile + ": { budget_s: 12.5" + more + " }",
            StringComparison.Ordinal))!.Profiles[profile].Overload.ShouldBe(effort);

    [Fact]
    public void Thresholds_are_read_as_they_stand()
    {
        var scenario = Parse(Good + """

            thresholds:
              - { stage: lookup, model: select, min_capacity_per_s: 60000 }
              - { max_p99_ms: 2.5, at_clients: 8 }
              - { max_error_share: 0, baseline: results/old, margin_percent: 3 }
            """).ShouldNotBeNull();

        scenario.Thresholds.ShouldBe(
        [
            new Threshold { Stage = "lookup", Model = "select", MinCapacity_per_s = 60_000 },
            new Threshold { MaxP99_ms = 2.5, AtClients = 8 },
            new Threshold { MaxErrorShare = 0, Baseline = "results/old", Margin = 0.03 },
        ]);
    }

    [Theory]
    [InlineData("thresholds: 5", "thresholds: a list of keys with values is wanted here")]
    [InlineData("thresholds: [{ stage: lookup }]", "thresholds[0].min_capacity_per_s: a limit is wanted")]
    [InlineData("thresholds: [{ max_p99_ms: 1 }, { max_p99_ms: -1 }]", "thresholds[1].max_p99_ms: '-1' is not")]
    [InlineData("thresholds: [{ stage: look, max_p99_ms: 1 }]", "did you mean 'lookup'?")]
    [InlineData("thresholds: [{ min_capacity_per_s: 1, at_clients: 3 }]", "thresholds[0].at_clients: says at which")]
    [InlineData("thresholds: [{ min_capacity: 1 }]", "did you mean 'min_capacity_per_s'?")]
    public void A_threshold_that_makes_no_sense_is_named(string thresholds, string problem)
    {
        Parse(Good + "\n" + thresholds).ShouldBeNull();
        _problems.ShouldContain(one => one.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Options_of_models_are_read_and_checked_by_model()
    {
        var scenario = Parse(Good.Replace(
            "[select],", "[select, thread-pool], model_options: { thread-pool: { workers: 8 } },",
            StringComparison.Ordinal));

        _problems.ShouldBeEmpty();
        scenario!.Server.OptionsOf("thread-pool")["workers"].ShouldBe("8");
        scenario.Server.OptionsOf("select").ShouldBeEmpty();
    }

    [Fact]
    public void A_model_that_cannot_serve_the_workload_is_told_with_the_reason()
    {
        Parse(Good.Replace("[select]", "[select, prefork]", StringComparison.Ordinal)).ShouldBeNull();

        _problems.ShouldHaveSingleItem()
            .ShouldStartWith("f.y:3: server.models: prefork cannot serve hashtable: its connections share state");
    }

    [Fact]
    public void A_profile_measures_its_choice_of_the_models()
    {
        var scenario = Parse(Good.Replace("[select]", "[threaded, select]", StringComparison.Ordinal)
            .Replace("budget_s: 12.5", "models: [select], budget_s: 12.5", StringComparison.Ordinal));

        _problems.ShouldBeEmpty();
        ExperimentPlan.Of(scenario!, "default", ["lookup"]).Models.ShouldBe(["select"]);
        ExperimentPlan.Of(Parse(Good)!, "default", ["lookup"]).Models.ShouldBe(["select"]);
    }

    [Fact]
    public void A_profile_cannot_choose_a_model_that_the_scenario_does_not_have()
    {
        Parse(Good.Replace("budget_s: 12.5", "models: [threaded], budget_s: 12.5", StringComparison.Ordinal))
            .ShouldBeNull();

        _problems.ShouldHaveSingleItem().ShouldContain("profiles.default.models: 'threaded' is unknown");
    }

    [Fact]
    public void All_workloads_that_our_servers_are_measured_on_take_an_hour_at_most_on_all_models()
    {
        var loader = Loader();
        var makefile = File.ReadAllText(Path.Combine(RepositoryRoot(), "Makefile"));
        // The one that needs timers measures the harness.
        var scenarios = WorkloadRegistry.Default.All.Where(workload => !workload.NeedsTimers)
            .Select(workload => Path.Combine(RepositoryRoot(), "scenarios", workload.Name + ".yaml"))
            .Select(file => loader.Load(file, _problems)!)
            .Where(scenario => scenario.Server.Foreign is null).ToList();

        scenarios.ShouldAllBe(scenario => makefile.Contains($"scenarios/{scenario.Name}.yaml"));
        scenarios.Sum(scenario => scenario.Profiles["full"].Budget_s).ShouldBeLessThanOrEqualTo(3600);
        foreach (var scenario in scenarios)
        {
            var workload = WorkloadRegistry.Default.Find(scenario.Workload)!;
            var plan = ExperimentPlan.Of(
                scenario, "full", workload.UsualStages, HeldLoad.Pause_us(workload, scenario.ClientOptions));
            plan.PerLevel_s.ShouldBeGreaterThan(plan.Rules.Window_s * plan.Rules.MinWindows, scenario.Name);
            plan.Models.ShouldBe(ModelRegistry.Default.All.Where(model => CanServe(model, workload, scenario))
                .Select(model => model.Name), scenario.Name);
        }
    }

    [Theory]
    [InlineData("auto", CauseChecks.Auto)]
    [InlineData("off", CauseChecks.Off)]
    [InlineData("on", CauseChecks.On)]
    public void Whether_to_ask_whose_limit_it_is_and_a_slowed_generator_are_read(string word, CauseChecks checks)
    {
        var scenario = Parse(Good.Replace("max_clients: 16", $"cause_checks: {word}", StringComparison.Ordinal)
            + "\ngenerator: { extra_work_us: 2.5 }\n");

        _problems.ShouldBeEmpty();
        scenario.ShouldNotBeNull().Load.CauseChecks.ShouldBe(checks);
        scenario.Generator.ExtraWork_us.ShouldBe(2.5);
    }

    [Theory]
    [InlineData("keep_awake: true", true)]
    [InlineData("keep_awake: false", false)]
    [InlineData("max_clients: 16", false)]
    public void Idle_cpus_are_kept_from_sleeping_where_it_is_asked_for(string line, bool isAsked)
    {
        var scenario = Parse(Good.Replace("max_clients: 16", line, StringComparison.Ordinal)).ShouldNotBeNull();

        scenario.Load.KeepAwake.ShouldBe(isAsked);
        ExperimentPlan.Of(scenario, "default", []).Describe()
            .Contains("  idle CPUs are kept from sleeping", StringComparer.Ordinal).ShouldBe(isAsked);
    }

    [Fact]
    public void Factors_beside_the_clients_are_read()
    {
        var scenario = Parse(Good
            .Replace("max_clients: 16", "idle_connections: 1000, churn: 7", StringComparison.Ordinal)
            .Replace("models: [select]", "models: [select], cores: 2", StringComparison.Ordinal));

        _problems.ShouldBeEmpty();
        (scenario!.Load.IdleConnections, scenario.Load.Churn, scenario.Server.Cores).ShouldBe((1000, 7, 2));
        ExperimentPlan.Of(scenario, "default", []).Describe().ShouldContain(
            "  1000 idle connections beside the clients; clients connect anew after every 7 operations; "
            + "2 cores for the server", StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("hashtable", "select], cpus: 0, cores: 1", "churn: 0", "server: cores: give cpus")]
    [InlineData("image", "select]", "churn: 2", "load: churn: clients of image make a connection for every operation")]
    [InlineData("image", "select]", "idle_connections: 2", "load: idle_connections: a server of image has something")]
    [InlineData("hashtable", "sequential]", "idle_connections: 2", "server: models: sequential serves no more than 1 ")]
    [InlineData("hashtable", "select]", "idle_connections: -1", "load.idle_connections: '-1' is not a whole number")]
    [InlineData("hashtable", "select], cores: 0", "churn: 0", "server.cores: '0' is not a whole number from 1")]
    public void Factors_that_cannot_be_are_told(string workload, string models, string load, string said)
    {
        Parse($$"""
            name: factors
            workload: { name: {{workload}} }
            server: { models: [{{models}} }
            load: { {{load}} }
            profiles: { default: { budget_s: 5 } }
            """).ShouldBeNull();

        _problems.ShouldHaveSingleItem().ShouldContain(said);
    }

    [Theory]
    [InlineData("thread-pool: { workers: none }", "server.model_options.thread-pool.workers: 'none' is not a whole")]
    [InlineData("thread-pool: { workres: 8 }", "did you mean 'workers'?")]
    [InlineData("threaded: { workers: 8 }", "server.model_options.threaded: unknown key")]
    public void A_wrong_option_of_a_model_is_told(string options, string said)
    {
        Parse(Good.Replace(
            "[select],", $"[select, thread-pool], model_options: {{ {options} }},", StringComparison.Ordinal))
            .ShouldBeNull();

        _problems.ShouldHaveSingleItem().ShouldContain(said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a list")]
    [InlineData("a: [unclosed")]
    [InlineData("a: 1\na: 2")]
    public void What_is_no_scenario_is_one_clear_line(string text)
    {
        Parse(text).ShouldBeNull();
        _problems.ShouldNotBeEmpty();
        _problems.ShouldAllBe(problem => problem.StartsWith("f.y:", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_scenario_of_the_repository_is_valid()
    {
        var folder = Path.Combine(RepositoryRoot(), "scenarios");
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml")) Loader().Load(file, _problems);
        _problems.ShouldBeEmpty();
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "LoadHarness.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    private static bool CanServe(IServerModel model, IWorkload workload, Scenario scenario) =>
        ModelSettings.Refusal(model, workload) is null
        && (HeldLoad.Pause_us(workload, scenario.ClientOptions) == 0
            || model.ConnectionLimit(ModelSettings.Of(model, Scenario.NoOptions)) != 1);

    private static ScenarioFile Loader() =>
        new(WorkloadRegistry.Default.All, ModelRegistry.Default.All);

    private Scenario? Parse(string text) => Loader().Parse("f.y", text, _problems);
}
