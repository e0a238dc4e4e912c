using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Progress;
using LoadHarness.Experiments.Running;
using LoadHarness.Experiments.Suts;
using LoadHarness.Results;
using LoadHarness.Tests.Discovery.Fakes;
using LoadHarness.Tests.Experiments.Fakes;

namespace LoadHarness.Tests.Experiments.Running;

/// <summary>Whole runs against a fake engine and fake servers: no load, no process, no waiting.</summary>
public sealed class ExperimentRunnerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("loadharness-").FullName;
    private readonly FakeSuts _suts = new();
    private readonly ProgressLog _progress = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ManualTime _time = new();

    public void Dispose()
    {
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Models_are_restarted_in_alternating_order()
    {
        Run(new FakeEngine(), repetitions: 3);

        _suts.Starts.ShouldBe(["a", "b", "b", "a", "a", "b"]);
        _suts.AllStopped.ShouldBeTrue();
    }

    [Fact]
    public void Every_curve_is_climbed_until_it_levels_out_and_then_repeated_around_that_point()
    {
        var run = Run(new FakeEngine(), repetitions: 2);

        run.Manifest.State.ShouldBe(RunState.Complete);
        foreach (var curve in run.Levels.GroupBy(level => (level.Key.Model, level.Key.Stage)))
        {
            var climbed =
                curve.Where(level => level.Key.Phase == LevelPhase.Ladder).Select(level => level.Key.Clients).ToList();
            climbed.ShouldBe([1, 2, 3, 4, 6, 8, 12]);
            curve.Where(level => level.Key.Phase == LevelPhase.Repeat)
                .Select(level => (level.Key.Repetition, level.Key.Clients))
                .ShouldBe([(1, 5), (1, 6), (1, 8)]);
            curve.ShouldContain(level => level.Key.Phase == LevelPhase.Confirm);
        }

        run.Levels.Select(level => level.Key.Sequence).ShouldBeUnique();
    }

    [Fact]
    public void Rows_of_a_level_reconcile()
    {
        var run = Run(new FakeEngine(), repetitions: 1);

        foreach (var level in run.Levels)
        {
            run.Clients.Where(client => client.Key == level.Key).Sum(client => client.Operations)
                .ShouldBe(level.Operations);
            run.Windows.Where(window => window.Key == level.Key
                && window.State == WindowState.Kept).Sum(window => window.Operations)
                .ShouldBe(level.Operations);
            level.Throughput_per_s.ShouldBe(level.Operations / level.Measured_s, 1e-3);
            level.Validity.ShouldBe("valid");
        }
    }

    [Fact]
    public void Preparation_uses_no_more_clients_than_the_model_serves_at_once()
    {
        var engine = new FakeEngine();

        Run(engine, repetitions: 1, connectionLimit: model => string.Equals(model, "a", StringComparison.Ordinal)
            ? 1 : null);

        var prepared =
            engine.Runs.Where(run => run.Plan.Purpose == Purpose.Prepare).Select(run => run.Plan.Clients).Distinct();
        prepared.ShouldBe([1, 64], ignoreOrder: true);
    }

    [Fact]
    public void A_stage_that_is_used_up_is_prepared_again_and_its_level_goes_on()
    {
        var engine = new FakeEngine { ExhaustedAfter = 4 };

        var run = Run(engine, repetitions: 1);

        run.Levels.ShouldAllBe(level => level.KeptWindows + level.WarmupWindows >= 10);
        run.Levels.ShouldAllBe(level => level.EngineRuns >= 3);
    }

    [Fact]
    public void Churn_is_for_measured_operations_and_stands_in_the_manifest()
    {
        var engine = new FakeEngine();

        var run = Run(engine, repetitions: 1, load: new LoadSetup { Churn = 5 });

        run.Manifest.Rules.Churn.ShouldBe(5);
        engine.Runs.ShouldAllBe(one => one.Plan.OperationsPerConnection == (one.Plan.Purpose == Purpose.Measure
            ? 5 : 0));
    }

    [Fact]
    public void A_level_without_its_idle_connections_does_not_count()
    {
        var run = Run(new FakeEngine(), repetitions: 1, load: new LoadSetup { IdleConnections = 3 });

        run.Manifest.Rules.IdleConnections.ShouldBe(3);
        run.Levels.ShouldAllBe(level => level.IdleConnections == 0 && level.Validity.StartsWith(
            "invalid: not-connected (0 of 3 idle connections were open at the end", StringComparison.Ordinal));
    }

    [Fact]
    public void A_server_that_dies_costs_its_curve_and_no_other()
    {
        var deaths = 1;
        var engine = new FakeEngine
        {
            OnRun = (stage, plan) =>
            {
                if (plan.Clients == 4 && string.Equals(_suts.Current.Model, "a", StringComparison.Ordinal)
                    && deaths-- > 0)
                    _suts.Current.HasExited = true;
            },
        };

        var run = Run(engine, repetitions: 1);

        _suts.Starts.ShouldBe(["a", "a", "b"]);
        run.Levels.Where(level => level.Key is { Model: "a", Stage: "write" })
            .ShouldContain(level => level.Key.Clients == 12);
        run.Manifest.State.ShouldBe(RunState.Failed);
        run.Manifest.Reason.ShouldContain("out of luck");
        run.Events.ShouldContain(happened => happened.Kind == "sut-failed");
    }

    [Fact]
    public void A_model_that_does_not_start_leaves_the_others_alone()
    {
        _suts.Broken.Add("a");

        var run = Run(new FakeEngine(), repetitions: 2);

        run.Levels.Select(level => level.Key.Model).Distinct(StringComparer.Ordinal).ShouldBe(["b"]);
        run.Manifest.State.ShouldBe(RunState.Failed);
        _progress.Lines.ShouldContain(line => line.Kind == ProgressLineKind.Problem);
    }

    [Fact]
    public void Stopping_by_hand_keeps_what_is_complete()
    {
        var engine = new FakeEngine
        {
            OnRun = (_, plan) =>
            {
                if (plan is { Clients: 6, Purpose: Purpose.Measure }) _stop.Cancel();
            },
        };

        var run = Run(engine, repetitions: 3);

        run.Manifest.State.ShouldBe(RunState.Interrupted);
        run.Levels.Select(level => level.Key.Clients).ShouldBe([1, 2, 3, 4]);
        run.Events.ShouldContain(happened => happened.Kind == "interrupted");
        _suts.AllStopped.ShouldBeTrue();
    }

    [Fact]
    public void The_end_of_the_budget_ends_a_level_and_names_what_is_missing()
    {
        var engine = new FakeEngine
        {
            OnRun = (stage, plan) =>
            {
                if (string.Equals(stage, "write", StringComparison.Ordinal)
                    && plan is { Clients: 6, Purpose: Purpose.Measure })
                    _time.Advance(TimeSpan.FromSeconds(20_000));
            },
        };

        var run = Run(engine, repetitions: 3);

        run.Manifest.State.ShouldBe(RunState.Complete);
        run.Levels.Where(level => level.Key is { Stage: "write" }).Select(level => level.Key.Clients)
            .ShouldBe([1, 2, 3, 4]);
        run.Events.ShouldContain(happened => happened.Kind == "level-dropped" && happened.Detail.Contains("6 clients"));
        run.Events.ShouldContain(happened => happened.Kind == "budget-spent" && happened.Detail.Contains("start b"));
        _suts.Starts.ShouldBe(["a"]);
        _suts.AllStopped.ShouldBeTrue();
    }

    [Fact]
    public void A_level_cut_by_the_budget_has_the_connections_it_had_under_load()
    {
        const int Own = 5;
        var engine = new FakeEngine
        {
            OnWindow = (plan, window) =>
            {
                if (plan is { Clients: 10, Purpose: Purpose.Measure } && window == 8)
                    _time.Advance(TimeSpan.FromSeconds(20_000));
            },
        };
        _suts.Usage = () => new UsageSample { Descriptors = Own + engine.Connected };

        var run = Run(engine, repetitions: 1, load: new LoadSetup { Holds = [10] }, pause_us: 1);

        var cut = run.Levels.ShouldHaveSingleItem();
        cut.KeptWindows.ShouldBeInRange(1, 8);
        cut.Validity.ShouldNotContain("not-connected");
        run.Resources.Single(row => string.Equals(row.Process, "sut", StringComparison.Ordinal))
            .Descriptors.ShouldBe(Own + 10);
    }

    [Fact]
    public void Without_time_nothing_is_started_and_the_run_says_so()
    {
        var run = Run(new FakeEngine(), repetitions: 3, budget_s: 1e-3);

        _suts.Starts.ShouldBeEmpty();
        run.Events.ShouldContain(happened => happened.Kind == "budget-spent");
        run.Manifest.State.ShouldBe(RunState.Complete);
    }

    [Fact]
    public void Shares_of_the_capacity_are_offered_behind_each_ladder_of_the_first_start()
    {
        var engine = new FakeEngine();

        var run = Run(engine, repetitions: 2, load: new LoadSetup { Open = new OpenSetup { Ladder = [0.5, 0.9] } });

        foreach (var curve in run.Levels.GroupBy(level => (level.Key.Model, level.Key.Stage)))
        {
            var open = curve.Where(level => level.Key.Phase == LevelPhase.Open).ToList();
            open.Select(level => level.Open.RequestedRate_per_s / 6000).ShouldBe([0.5, 0.9], 0.01);
            open.ShouldAllBe(level => level.Key.Repetition == 0 && level.Key.Clients == 128);
            open.ShouldAllBe(level => level.Validity == "valid" && level.Open.SentShare == 1);
            open.ShouldAllBe(level => level.Open.Arrivals == "poisson" && level.Open.WhenBusy == "queue");
            var climbed = curve.Where(level => level.Key.Repetition == 0 && level.Key.Phase.IsOfCurve());
            open.Min(level => level.Key.Sequence).ShouldBeGreaterThan(climbed.Max(level => level.Key.Sequence));
        }

        run.Events.ShouldContain(happened =>
            happened.Detail.Contains("50, 90 % of ", StringComparison.Ordinal)
            && happened.Detail.Contains("over 128 connections", StringComparison.Ordinal));
        engine.Runs.Where(one => one.Plan.Purpose == Purpose.Prepare).ShouldAllBe(one => one.Plan.Open == null);
        run.Manifest.Rules.Open!.Ladder.ShouldBe([0.5, 0.9]);
    }

    [Fact]
    public void No_model_gets_more_connections_than_it_serves_at_once()
    {
        var run = Run(new FakeEngine(), repetitions: 1, connectionLimit: _ => 16,
            load: new LoadSetup { Open = new OpenSetup { Ladder = [0.5] } });

        run.Levels.Where(level => level.Key.Phase == LevelPhase.Open).ShouldAllBe(level => level.Key.Clients == 16);
    }

    [Fact]
    public void Idle_connections_take_their_part_of_what_a_server_serves_at_once()
    {
        var engine = new FakeEngine();

        Run(engine, repetitions: 1, connectionLimit: _ => 20,
            load: new LoadSetup { IdleConnections = 6, Open = new OpenSetup { Rates_per_s = [1000] } });

        engine.Runs.Where(one => one.Plan.Open is not null && one.Plan.Clients > 8)
            .ShouldAllBe(one => one.Plan.Clients == 14);
        engine.Runs.Select(one => one.Plan.Clients).Max().ShouldBe(14);
    }

    [Fact]
    public void No_generator_thread_is_without_a_connection_in_an_open_loop()
    {
        var engine = new FakeEngine();

        Run(engine, repetitions: 1, connectionLimit: _ => 2, generatorCpus: [0, 1, 2],
            load: new LoadSetup { Open = new OpenSetup { Rates_per_s = [1000] } });

        engine.Runs.Where(one => one.Plan.Open is not null)
            .ShouldAllBe(one => one.Plan.Clients == 2 && one.Plan.GeneratorCpus.Count == 2);
        engine.Runs.Where(one => one.Plan.Open is null).ShouldAllBe(one => one.Plan.GeneratorCpus.Count == 3);
    }

    [Fact]
    public void Given_rates_take_the_place_of_clients_in_every_start_and_warm_up_with_the_lowest()
    {
        var engine = new FakeEngine();
        var open = new OpenSetup { Rates_per_s = [1000, 9000], Connections = 20, WhenBusy = BusyPolicy.Drop };

        var run = Run(engine, repetitions: 2, load: new LoadSetup { Open = open });

        run.Manifest.State.ShouldBe(RunState.Complete);
        run.Levels.GroupBy(level => (level.Key.Model, level.Key.Stage, level.Key.Repetition)).Count().ShouldBe(8);
        foreach (var start in run.Levels.GroupBy(level => (level.Key.Model, level.Key.Stage, level.Key.Repetition)))
        {
            start.Select(level => (level.Key.Phase, level.Key.Clients, level.Open.RequestedRate_per_s))
                .ShouldBe([(LevelPhase.Open, 20, 1000), (LevelPhase.Open, 20, 9000)]);
            start.First().Validity.ShouldBe("valid");
            start.Last().Validity.ShouldStartWith("invalid: rate-not-reached (66.7 % of the operations that were due");
        }

        engine.Runs.Where(one => one.Plan.Purpose == Purpose.Measure)
            .ShouldAllBe(one => one.Plan.Open != null && one.Plan.Open.BusyPolicy == BusyPolicy.Drop);
        engine.Runs.Where(one => one.Plan.Clients == 8).ShouldAllBe(one => one.Plan.Open!.Rate_per_s == 1000);
        var measured = engine.Runs.Where(one => one.Plan is { Clients: 20, Purpose: Purpose.Measure });
        measured.Select(one => one.Plan.Open!.Seed).Distinct().Count().ShouldBe(2, "one for each start");
    }

    [Fact]
    public void Arrivals_differ_between_the_engine_runs_of_a_level()
    {
        var engine = new FakeEngine { ExhaustedAfter = 6 };

        var run = Run(engine, repetitions: 1, load: new LoadSetup { Open = new OpenSetup { Rates_per_s = [1000] } });

        run.Levels.ShouldAllBe(level => level.EngineRuns >= 3 && level.KeptWindows >= 10);
        run.Windows.Count(window => window.State == WindowState.Cut)
            .ShouldBe(run.Levels.Sum(level => level.EngineRuns + 1), "two windows at the start, then one of each run");
        var seeds = engine.Runs.Where(one => one.Plan is { Clients: 128, Purpose: Purpose.Measure })
            .Select(one => one.Plan.Open!.Seed).ToList();
        seeds.Distinct().Count().ShouldBe(run.Levels.Max(level => level.EngineRuns));
    }

    [Fact]
    public void A_ladder_that_finds_no_capacity_has_no_shares()
    {
        var run = Run(new FakeEngine { Throughput_per_s = (_, _) => 0 }, repetitions: 1,
            load: new LoadSetup { Open = new OpenSetup { Ladder = [0.5] } });

        run.Levels.ShouldAllBe(level => level.Key.Phase != LevelPhase.Open);
        run.Events.ShouldContain(happened =>
            happened.Detail.Contains("no capacity is known", StringComparison.Ordinal));
    }

    private StoredRun Run(FakeEngine engine, int repetitions, double budget_s = 10_000, Func<string,
        int?>? connectionLimit = null, LoadSetup? load = null, long pause_us = 0,
        IReadOnlyList<int>? generatorCpus = null)
    {
        var scenario = new Scenario
        {
            Name = "fake",
            Workload = "fake",
            Server = new ServerSetup { Models = ["a", "b"] },
            Load = load ?? new LoadSetup(),
            Profiles = new Dictionary<string, EffortProfile>(StringComparer.Ordinal)
            {
                ["test"] = new() { Budget_s = budget_s, Repetitions = repetitions, WarmUp_s = 0 },
            },
        };
        var workload = new FakeWorkload();
        var options = new RunOptions
        {
            ResultsFolder = _folder,
            Manifest = new RunManifest { RunId = "", Scenario = "", Started_utc = DateTimeOffset.UnixEpoch },
            ConnectionLimit = connectionLimit ?? (_ => null),
            GeneratorCpus = generatorCpus ?? [],
        };
        var plan = ExperimentPlan.Of(scenario, "test", workload.Stages, pause_us);
        var result = new ExperimentRunner(_suts, engine, _suts, _time)
            .Run(plan, workload, options, _progress, _stop.Token);
        return RunReader.Read(result.Folder);
    }
}
