using System.Globalization;
using LoadHarness.Analysis;
using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Curves;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Engine;
using LoadHarness.Experiments.Running;
using LoadHarness.Results;
using LoadHarness.Tests.Discovery.Fakes;
using LoadHarness.Tests.Experiments.Fakes;

namespace LoadHarness.Tests.Experiments.Running;

/// <summary>Who is the limit, asked in whole runs against a fake engine: no load, no process, no waiting.</summary>
public sealed class CauseWalkTests : IDisposable
{
    private const double Busy = 0.6;
    private const double Capacity_per_s = 6000;
    private const double Cpu_ns = 1e9 * Busy / Capacity_per_s;

    private readonly string _folder = Directory.CreateTempSubdirectory("loadharness-").FullName;
    private readonly FakeSuts _suts = new();
    private readonly FakeSuts _ceilings = new();
    private readonly List<(double Request, double Response, ConnectionUse Use)> _sizes = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Extra_work_that_costs_nothing_leaves_the_limit_to_the_server()
    {
        var engine = Engine(Busy);

        var curve = Run(engine).Curves.ShouldHaveSingleItem();

        (curve.Verdict.Kind, curve.Verdict.Limit).ShouldBe((VerdictKind.LevelsOut, LimitKind.Server));
        curve.Cause.Proof.ShouldBe(LimitProof.ExtraWork);
        curve.Cause.Doses.Select(dose => dose.Share).ShouldBe([0.1, 0.2], 0.01);
        Asked(engine).Select(plan => (double)plan.ExtraWork_ns).ShouldBe([0, 10_000, 20_000, 10_000, 0], 300);
        Asked(engine).ShouldAllBe(plan => plan.Clients == 8);
    }

    [Fact]
    public void Extra_work_that_costs_throughput_in_step_makes_the_capacity_a_lower_bound()
    {
        var run = Run(Engine(Busy, plan => Cpu_ns / (Cpu_ns + plan.ExtraWork_ns)));

        var curve = run.Curves.ShouldHaveSingleItem();
        curve.Verdict.Kind.ShouldBe(VerdictKind.ClientLimited);
        curve.Cause.Limit.ShouldBe(LimitKind.Client);
        run.Run.Events.ShouldContain(happened => happened.Kind == "cause"
            && happened.Detail.Contains("the load generator is the limit at 8 clients"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Shares_of_a_capacity_that_is_the_generators_are_said_to_be_of_a_lower_bound(bool isClients)
    {
        var engine = Engine(Busy, plan => isClients ? Cpu_ns / (Cpu_ns + plan.ExtraWork_ns) : 1);

        var run = Run(engine, open: new OpenSetup { Ladder = [0.5] });

        var said = run.Run.Events.Single(happened => happened.Detail.Contains("are offered over")).Detail;
        said.ShouldStartWith("read: 50 % of ");
        said.Contains("at least", StringComparison.Ordinal).ShouldBe(isClients, said);
    }

    [Fact]
    public void Levels_that_ask_are_no_part_of_the_curve()
    {
        var run = Run(Engine(0.1, plan => plan.ExtraWork_ns > 0 ? 0.1 : 1), Ceiling(9000), CauseChecks.On);

        run.Run.Levels.Select(level => level.Key.Phase).ShouldContain(LevelPhase.Cause);
        run.Run.Levels.Select(level => level.Key.Phase).ShouldContain(LevelPhase.Ceiling);
        var curve = run.Curves.ShouldHaveSingleItem();
        curve.Levels.ShouldAllBe(level => level.Phases.All(phase => phase.IsOfCurve()));
        curve.At(8).ShouldNotBeNull().Throughput.Estimate.ShouldBe(6000, 60);
    }

    [Fact]
    public void A_ceiling_far_above_is_proof_enough_and_stands_under_the_curves_name()
    {
        var run = Run(Engine(0.1), Ceiling(20_000));

        var curve = run.Curves.ShouldHaveSingleItem();
        (curve.Cause.Limit, curve.Cause.Proof).ShouldBe((LimitKind.Server, LimitProof.Ceiling));
        curve.Cause.CeilingShare.ShouldBe(0.3, 0.01);
        curve.Cause.Doses.ShouldBeEmpty();
        run.Run.Levels.ShouldContain(level => level.Key.Phase == LevelPhase.Ceiling
            && level.Key.Workload == "fake" && level.Key.Model == "a" && level.Key.Stage == "read");
        _ceilings.Starts.ShouldBe(["loop"]);
        _ceilings.AllStopped.ShouldBeTrue();
        run.Run.Manifest.Commands.Select(command => command.CommandLine).ShouldBe(["fake a"]);
        _sizes.ShouldBe([(0, 0, ConnectionUse.Persistent)]);
    }

    [Fact]
    public void Asked_for_expressly_every_test_is_made() =>
        Run(Engine(0.1), Ceiling(20_000), CauseChecks.On).Curves[0].Cause.Doses.Count.ShouldBe(2);

    [Fact]
    public void Not_asked_for_nothing_is_known()
    {
        var engine = Engine(0.1);

        Run(engine, Ceiling(20_000), CauseChecks.Off).Curves[0].Verdict.Limit.ShouldBe(LimitKind.NotTested);
        _ceilings.Starts.ShouldBeEmpty();
    }

    [Fact]
    public void A_null_server_that_does_not_start_leaves_extra_work_to_decide()
    {
        _ceilings.Broken.Add("loop");

        var run = Run(Engine(Busy), Ceiling(20_000));

        run.Curves[0].Cause.Proof.ShouldBe(LimitProof.ExtraWork);
        run.Run.Manifest.State.ShouldBe(RunState.Complete);
        run.Run.Events.ShouldContain(happened => happened.Kind == "no-ceiling");
    }

    [Fact]
    public void Messages_too_large_for_a_null_server_are_said_to_be_so() =>
        Run(Engine(0.1), Ceiling(20_000) with { Options = (_, _, _) => null }).Run.Events
            .ShouldContain(happened => happened.Kind == "no-ceiling" && happened.Detail.Contains("too large"));

    [Theory]
    [InlineData(1.0, LimitKind.Server)]
    [InlineData(1.3, LimitKind.Client)]
    public void Where_a_cpu_is_free_the_generator_gets_a_thread_more(double factor, LimitKind limit)
    {
        var engine = Engine(Busy, plan => plan.GeneratorCpus.Count > 1 ? factor : 1);

        var curve = Run(engine, spare: [3, 5]).Curves.ShouldHaveSingleItem();

        (curve.Cause.Limit, curve.Cause.Proof).ShouldBe((limit, LimitProof.MoreGenerators));
        Asked(engine).Select(plan => string.Join(',', plan.GeneratorCpus)).ShouldBe(["1", "1,3", "1,3", "1"]);
    }

    [Fact]
    public void Work_that_slows_the_generator_on_purpose_is_there_at_every_measured_level()
    {
        var engine = Engine(Busy);

        var run = Run(engine, extraWork_us: 7);

        run.Run.Levels.Where(level => level.Key.Phase.IsOfCurve()).ShouldAllBe(level => level.ExtraWork_ns == 7000);
        engine.Runs.ShouldAllBe(one => one.Plan.ExtraWork_ns > 0 || one.Plan.Purpose != Purpose.Measure
            || one.Plan.Window_ns < 100_000_000);
        run.Curves[0].Cause.Doses.Select(dose => dose.Share).ShouldBe([0.1, 0.2], 0.01);
    }

    /// <summary>The plans by which it was asked: those at the level behind the confirmation.</summary>
    private static List<LoadPlan> Asked(FakeEngine engine)
    {
        var measured = engine.Runs
            .Where(run => run.Plan is { Purpose: Purpose.Measure, Window_ns: 100_000_000 }).Select(run => run.Plan);
        return [.. measured.Reverse().TakeWhile(plan => plan.Clients == 8).Reverse()];
    }

    /// <summary>An engine whose stage bears the name of its throughput when it is a null server's.</summary>
    private static FakeEngine Engine(double share, Func<LoadPlan, double>? factor = null) => new()
    {
        GeneratorShare = share,
        Factor = factor ?? (_ => 1),
        Throughput_per_s = (stage, clients) => double.TryParse(stage, CultureInfo.InvariantCulture, out var ceiling)
            ? ceiling : Math.Min(1000 * clients, Capacity_per_s),
    };

    private CeilingServer Ceiling(double throughput_per_s) => new(
        new FakeWorkload { Stages = [throughput_per_s.ToString(CultureInfo.InvariantCulture)] },
        _ceilings,
        "loop",
        (request, response, use) =>
        {
            _sizes.Add((request, response, use));
            return Scenario.NoOptions;
        });

    private RunAnalysis Run(
        FakeEngine engine, CeilingServer? ceiling = null, CauseChecks checks = CauseChecks.Auto,
        IReadOnlyList<int>? spare = null, double extraWork_us = 0, OpenSetup? open = null)
    {
        var scenario = new Scenario
        {
            Name = "fake",
            Workload = "fake",
            Server = new ServerSetup { Models = ["a"] },
            Load = new LoadSetup { CauseChecks = checks, Open = open },
            Generator = new GeneratorSetup { ExtraWork_us = extraWork_us },
            Profiles = new Dictionary<string, EffortProfile>(StringComparer.Ordinal)
            {
                ["test"] = new() { Budget_s = 10_000, Repetitions = 1, WarmUp_s = 0 },
            },
        };
        var options = new RunOptions
        {
            ResultsFolder = _folder,
            Manifest = new RunManifest { RunId = "", Scenario = "", Started_utc = DateTimeOffset.UnixEpoch },
            GeneratorCpus = [1],
            SpareCpus = spare ?? [],
            Ceiling = ceiling,
        };
        var result = new ExperimentRunner(_suts, engine, _suts, new ManualTime()).Run(
            ExperimentPlan.Of(scenario, "test", ["read"]), new FakeWorkload { SharesState = false }, options,
            new ProgressLog(), CancellationToken.None);
        return Analyser.Analyse(RunReader.Read(result.Folder));
    }
}
