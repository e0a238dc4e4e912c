using LoadHarness.Cli;
using LoadHarness.Cli.Registry;
using LoadHarness.EndToEnd.Tests.Serving;
using LoadHarness.Engine;
using LoadHarness.Experiments.Progress;
using LoadHarness.Experiments.Running;
using LoadHarness.Experiments.Scenarios;
using LoadHarness.Experiments.Suts;
using LoadHarness.Platform.Processes;
using LoadHarness.Results;
using LoadHarness.Servers;

namespace LoadHarness.EndToEnd.Tests.Experiments;

/// <summary>Tiny scenarios for real: server processes, sockets, the engine, the run folder.</summary>
public sealed class TinyRunTests : IDisposable
{
    private const string Lists = """
        name: tiny-lists
        workload: { name: number-list, count: 100 }
        server:
          models: [sequential, threaded, thread-pool, select, epoll, io_uring, async, prefork]
          model_options: { thread-pool: { workers: 4 }, prefork: { workers: 2 } }
        load: { holds: [1, 3], window_ms: 100 }
        profiles:
          default: { budget_s: 60, repetitions: 2, min_windows: 3, max_windows: 4, warm_up_s: 0.2, confirm: false }
        """;

    private const string Table = """
        name: tiny-table
        workload: { name: hashtable, keys: 2000, pool: 15000 }
        server: { models: [sequential, threaded, thread-pool, select, epoll, async], options: { flush: never } }
        load: { stages: [insert, lookup, scan, remove], holds: [1, 3], window_ms: 100 }
        profiles:
          default: { budget_s: 80, repetitions: 1, min_windows: 3, max_windows: 4, warm_up_s: 0.1, confirm: false }
        """;

    private const string Factors = """
        name: tiny-factors
        workload: { name: "null" }
        server: { models: [threaded, select, epoll, io_uring, async] }
        load: { holds: [2], window_ms: 100, idle_connections: 50, churn: 5 }
        profiles:
          default: { budget_s: 40, repetitions: 1, min_windows: 3, max_windows: 4, warm_up_s: 0.1, confirm: false }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Lists)]
    [InlineData(Table)]
    public void Every_model_and_stage_is_measured_without_a_wrong_answer(string scenario)
    {
        var plan = Read(scenario);

        var run = Run(plan, CancellationToken.None);

        run.Manifest.State.ShouldBe(RunState.Complete, run.Manifest.Reason);
        run.Manifest.Commands.Select(command => command.Model).ShouldBe(plan.Models);
        var curves = run.Levels.Where(level => level.Key.Repetition == 0)
            .GroupBy(level => (level.Key.Model, level.Key.Stage)).ToList();
        curves.Count.ShouldBe(plan.Models.Count * plan.Stages.Count);
        foreach (var level in run.Levels)
        {
            level.Operations.ShouldBePositive($"{level.Key}");
            level.WrongAnswers.ShouldBe(0, $"{level.Key}");
            level.SutOperations.ShouldBeInRange(
                level.AllOperations - 2L * level.Key.Clients * level.EngineRuns,
                level.AllOperations + 2L * level.Key.Clients * level.EngineRuns,
                $"{level.Key}");
        }

        Directory.Exists(Path.Combine(run.Folder, "data")).ShouldBeFalse();
        ShouldTellOfTheServers(run);
    }

    private static void ShouldTellOfTheServers(StoredRun run)
    {
        foreach (var row in run.Resources.Where(row => string.Equals(row.Process, "sut", StringComparison.Ordinal)))
        {
            row.Allocated_bytes.ShouldBeGreaterThanOrEqualTo(0, $"{row.Key}");
            row.PoolThreads.ShouldBeGreaterThanOrEqualTo(0, $"{row.Key}");
            row.MinorFaults.ShouldBeGreaterThanOrEqualTo(0, $"{row.Key}");
            row.RunQueueWait_s.ShouldBeGreaterThanOrEqualTo(0, $"{row.Key}");
            row.Retransmits.ShouldBeGreaterThanOrEqualTo(0, $"{row.Key}");
            row.ListenOverflows.ShouldBeGreaterThanOrEqualTo(0, $"{row.Key}");
            var workers = string.Equals(row.Key.Model, "prefork", StringComparison.Ordinal) ? 2 : 0;
            row.WorkerOperations.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length
                .ShouldBe(workers, $"{row.Key}");
            row.WorkerConnections.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length
                .ShouldBe(workers, $"{row.Key}");
        }
    }

    [Fact]
    public void Idle_connections_stay_open_and_clients_connect_anew_on_every_model()
    {
        var run = Run(Read(Factors), CancellationToken.None);

        run.Manifest.State.ShouldBe(RunState.Complete, run.Manifest.Reason);
        run.Levels.Count.ShouldBe(5);
        foreach (var level in run.Levels)
        {
            level.IdleConnections.ShouldBe(50, level.Key.Model);
            level.Reconnects.ShouldBeInRange((level.Operations / 5) - 50, (level.Operations / 5) + 50, level.Key.Model);
            level.ReconnectMean_us.ShouldBePositive(level.Key.Model);
            (level.Resets + level.Refused + level.ConnectErrors).ShouldBe(0, level.Key.Model);
        }

        run.Resources.Where(row => string.Equals(row.Process, "sut", StringComparison.Ordinal))
           .ShouldAllBe(row => row.Descriptors >= 52);
    }

    [Fact]
    public void An_interrupted_run_says_so_and_keeps_its_levels()
    {
        using var stop = new CancellationTokenSource();

        var run = Run(Read(Lists), stop.Token, new StopAfterFirstLevel(stop));

        run.Manifest.State.ShouldBe(RunState.Interrupted);
        run.Levels.ShouldNotBeEmpty();
    }

    private static ExperimentPlan Read(string text)
    {
        var problems = new List<string>();
        var file =
            new ScenarioFile(WorkloadRegistry.Default.All, ModelRegistry.Default.All);
        var scenario = file.Parse("tiny.yaml", text, problems);
        problems.ShouldBeEmpty();
        return ExperimentPlan.Of(scenario!, "default", WorkloadRegistry.Default.Find(scenario!.Workload)!.Stages);
    }

    private StoredRun Run(ExperimentPlan plan, CancellationToken cancellation, IExperimentProgress? progress = null)
    {
        var program = ProgramCommand.Of(typeof(ExitCode).Assembly);
        using var launcher = new ProcessLauncher(program);
        var runner = new ExperimentRunner(
            new ServeSutStarter(launcher, program,
                CpuTopology.Read().Cpus), new LoadEngine(), new SystemMeter(), TimeProvider.System);
        var options = new RunOptions
        {
            ResultsFolder = _folder.Path,
            Manifest = new RunManifest { RunId = "", Scenario = "", Started_utc = DateTimeOffset.UnixEpoch },
            ConnectionLimit = name => ModelRegistry.Default.Find(name)!.ConnectionLimit(
                ModelSettings.Of(ModelRegistry.Default.Find(name)!, plan.Scenario.Server.OptionsOf(name))),
        };
        var result = runner.Run(
            plan, WorkloadRegistry.Default
                .Find(plan.Scenario.Workload)!, options, progress ?? new StopAfterFirstLevel(null), cancellation);
        return RunReader.Read(result.Folder);
    }

    private sealed class StopAfterFirstLevel(CancellationTokenSource? stop) : IExperimentProgress
    {
        public void Now(ProgressSnapshot snapshot)
        {
        }

        public void Say(ProgressLine line)
        {
            if (line.Kind == ProgressLineKind.Level) stop?.Cancel();
        }
    }
}
