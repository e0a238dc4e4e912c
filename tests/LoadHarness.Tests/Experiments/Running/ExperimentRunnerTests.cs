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

    private StoredRun Run(FakeEngine engine, int repetitions, double budget_s = 10_000, Func<string,
        int?>? connectionLimit = null, LoadSetup? load = null, long pause_us = 0)
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
        };
        var plan = ExperimentPlan.Of(scenario, "test", workload.Stages, pause_us);
        var result = new ExperimentRunner(_suts, engine, _suts, _time)
            .Run(plan, workload, options, _progress, _stop.Token);
        return RunReader.Read(result.Folder);
    }
}
