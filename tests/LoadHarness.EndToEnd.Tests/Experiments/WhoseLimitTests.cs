using LoadHarness.Analysis;
using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Curves;
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
using LoadHarness.Servers.Epoll;
using LoadHarness.Workloads.Null;

namespace LoadHarness.EndToEnd.Tests.Experiments;

/// <summary>
/// Who is the limit, asked of real servers by the real engine. One side is slowed so much that noise can hide the
/// answer but not turn it round.
/// </summary>
public sealed class WhoseLimitTests : IDisposable
{
    /// <summary>A null server answers in microseconds; the generator spends 200 µs on every answer.</summary>
    private const string SlowGenerator = """
        name: slow-generator
        workload: { name: "null" }
        server: { models: [epoll] }
        load: { max_clients: 8, window_ms: 100, cause_checks: on }
        generator: { extra_work_us: 200 }
        profiles:
          default: { budget_s: 60, repetitions: 1, min_windows: 4, max_windows: 8, warm_up_s: 0.1, confirm: false }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_generator_slowed_on_purpose_never_passes_for_a_limit_of_the_server()
    {
        var run = Run(SlowGenerator);

        var curve = run.Curves.ShouldHaveSingleItem();
        // Where others had the machine all the time, noise that lasts as long as a visit can hide what work costs.
        if (Asked(run).TrueForAll(level => !level.Validity.Contains(ValidityCode.Disturbed, StringComparison.Ordinal)))
            curve.Cause.Limit.ShouldNotBe(LimitKind.Server);
        run.Run.Levels.Where(level => level.Key.Phase.IsOfCurve()).ShouldAllBe(level => level.ExtraWork_ns == 200_000);
        AsksEverything(run, curve);
    }

    [Fact]
    public void A_slow_server_never_passes_for_a_limit_of_the_generator()
    {
        using var server = new LineServer(TimeSpan.FromMilliseconds(2), workers: 1);

        var run = Run($$"""
            name: slow-server
            workload: { name: raw, send: 'ping\n', connection: kept }
            server: { name: slow, address: "127.0.0.1:{{server.Port}}" }
            load: { max_clients: 8, window_ms: 100, cause_checks: on }
            profiles:
              default: { budget_s: 60, repetitions: 1, min_windows: 4, max_windows: 8, warm_up_s: 0.1, confirm: false }
            """);

        var curve = run.Curves.ShouldHaveSingleItem();
        curve.Cause.Limit.ShouldNotBe(LimitKind.Client);
        AsksEverything(run, curve);
        foreach (var level in run.Run.Levels.Where(level => level.Key.Phase == LevelPhase.Ceiling))
        {
            (level.WrongAnswers + level.Resets + level.Timeouts).ShouldBe(0);
            level.Sent_bytes.ShouldBeGreaterThanOrEqualTo(5 * level.Operations);
        }
    }

    /// <summary>Where nothing levelled out in the noise there was nothing to ask.</summary>
    private static void AsksEverything(RunAnalysis run, CurveAnalysis curve)
    {
        run.Run.Manifest.State.ShouldBe(RunState.Complete, run.Run.Manifest.Reason);
        if (curve.Cause.Limit == LimitKind.NotTested) return;
        var asked = Asked(run);
        asked.Count(level => level.Key.Phase == LevelPhase.Ceiling).ShouldBe(1);
        asked.Where(level => level.Key.Phase == LevelPhase.Cause).Select(level => level.ExtraWork_ns).Distinct().Count()
            .ShouldBe(3);
        asked.Select(level => level.Key.Clients).Distinct().ShouldHaveSingleItem().ShouldBe(curve.Cause.Clients);
        curve.Cause.Doses.Count.ShouldBe(2);
        curve.Cause.Ceiling.Estimate.ShouldBePositive();
    }

    private static List<LevelRow> Asked(RunAnalysis run) =>
        [.. run.Run.Levels.Where(level => !level.Key.Phase.IsOfCurve())];

    private RunAnalysis Run(string text)
    {
        var problems = new List<string>();
        var scenario =
            new ScenarioFile(WorkloadRegistry.Default.All, ModelRegistry.Default.All).Parse("s.yaml", text, problems);
        problems.ShouldBeEmpty();
        var plan = ExperimentPlan.Of(
            scenario!, "default", WorkloadRegistry.Default.Find(scenario!.Workload)!.UsualStages);
        var topology = CpuTopology.Read();
        var cpus = CpuPlan.Choose(topology, new CpuWish(null, null, null, true), problems)!;
        var program = ProgramCommand.Of(typeof(ExitCode).Assembly);
        using var launcher = new ProcessLauncher(program);
        var ours = new ServeSutStarter(launcher, program, cpus.Sut);
        ISutStarter starter = scenario.Server.Foreign is { } foreign ? new AddressSutStarter(foreign.Address!) : ours;
        var result = new ExperimentRunner(starter, new LoadEngine(), new SystemMeter(), TimeProvider.System).Run(
            plan,
            WorkloadRegistry.Default.Find(scenario.Workload)!,
            new RunOptions
            {
                ResultsFolder = _folder.Path,
                Manifest = new RunManifest { RunId = "", Scenario = "", Started_utc = DateTimeOffset.UnixEpoch },
                GeneratorCpus = cpus.Generator.Cpus,
                Ceiling = new CeilingServer(new NullWorkload(), ours, LoopModel.Epoll.Name, NullWorkload.OptionsLike),
            },
            new NoProgress(),
            CancellationToken.None);
        return Analyser.Analyse(RunReader.Read(result.Folder));
    }

    private sealed class NoProgress : IExperimentProgress
    {
        public void Now(ProgressSnapshot snapshot)
        {
        }

        public void Say(ProgressLine line)
        {
        }
    }
}
