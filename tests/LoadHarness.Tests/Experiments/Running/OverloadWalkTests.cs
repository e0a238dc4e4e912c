using LoadHarness.Analysis;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Overloads;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Engine;
using LoadHarness.Experiments.Running;
using LoadHarness.Results;
using LoadHarness.Tests.Discovery.Fakes;
using LoadHarness.Tests.Experiments.Fakes;

namespace LoadHarness.Tests.Experiments.Running;

/// <summary>Overload and the way back in whole runs against a fake engine: no load, no process, no waiting.</summary>
public sealed class OverloadWalkTests : IDisposable
{
    private const int Knee = 6;
    private const int Overload = 24;

    private readonly string _folder = Directory.CreateTempSubdirectory("loadharness-").FullName;
    private readonly FakeSuts _suts = new();
    private bool _wasOverloaded;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(OverloadEffort.Planned)]
    [InlineData(OverloadEffort.Spare)]
    public void The_point_is_visited_before_and_after_behind_the_ladders_of_all_stages(OverloadEffort effort)
    {
        var run = Run(Engine(), effort);

        Tried(run, "read").ShouldBe(
            [(LevelPhase.Recovery, Knee), (LevelPhase.Overload, Overload), (LevelPhase.Recovery, Knee)]);
        var lastOfLadders = run.Run.Levels.Last(level => level.Key.Phase.IsOfCurve()).Key.Sequence;
        run.Run.Levels.Where(level => level.Key.Phase.IsOfOverload()).Count(level => level.Key.Sequence > lastOfLadders)
            .ShouldBe(6);
        foreach (var curve in run.Curves)
        {
            (curve.Overload.Outcome, curve.Overload.Recovery)
                .ShouldBe((OverloadOutcome.Holds, RecoveryOutcome.Recovers));
            curve.Overload.Exponent.Mean.ShouldBe(1, 0.02);
            curve.At(Overload).ShouldBeNull();
        }
    }

    [Fact]
    public void A_server_that_stays_slow_after_overload_is_found_and_its_curve_is_not_touched()
    {
        var run = Run(Engine(after: 0.8), OverloadEffort.Planned, "read");

        var curve = run.Curves.ShouldHaveSingleItem();
        (curve.Overload.Outcome, curve.Overload.Recovery)
            .ShouldBe((OverloadOutcome.Holds, RecoveryOutcome.StaysLower));
        Math.Exp(curve.Overload.ChangeAfter.Mean).ShouldBe(0.8, 0.01);
        curve.Verdict.Kind.ShouldBe(VerdictKind.LevelsOut);
        curve.Verdict.Capacity.Estimate.ShouldBe(6000, 60);
    }

    [Fact]
    public void A_server_that_does_less_under_overload_and_recovers_is_told_so()
    {
        var run = Run(Engine(during: 0.6), OverloadEffort.Planned, "read");

        var tried = run.Curves.ShouldHaveSingleItem().Overload;
        (tried.Outcome, tried.Recovery).ShouldBe((OverloadOutcome.Falls, RecoveryOutcome.Recovers));
        Math.Exp(tried.Change.Mean).ShouldBe(0.6, 0.01);
    }

    [Fact]
    public void Off_means_off() =>
        Run(Engine(), OverloadEffort.Off).Run.Levels.ShouldAllBe(level => !level.Key.Phase.IsOfOverload());

    [Fact]
    public void Where_not_even_twice_the_clients_are_allowed_nothing_is_tried() =>
        Run(Engine(), OverloadEffort.Planned, "read", maxClients: 11).Curves[0].Overload.Outcome
            .ShouldBe(OverloadOutcome.NotTested);

    private static List<(LevelPhase Phase, int Clients)> Tried(RunAnalysis run, string stage) =>
    [
        .. run.Run.Levels
            .Where(level => level.Key.Phase.IsOfOverload()
                && string.Equals(level.Key.Stage, stage, StringComparison.Ordinal))
            .Select(level => (level.Key.Phase, level.Key.Clients)),
    ];

    private FakeEngine Engine(double during = 1, double after = 1) => new()
    {
        OnRun = (_, plan) => _wasOverloaded |= IsOverload(plan),
        Factor = plan => IsOverload(plan) ? during : _wasOverloaded ? after : 1,
    };

    private static bool IsOverload(LoadPlan plan) => plan.Purpose == Purpose.Measure && plan.Clients == Overload;

    private RunAnalysis Run(
        FakeEngine engine, OverloadEffort effort, string stages = "read write", int maxClients = 64)
    {
        var scenario = new Scenario
        {
            Name = "fake",
            Workload = "fake",
            Server = new ServerSetup { Models = ["a"] },
            Load = new LoadSetup { CauseChecks = CauseChecks.Off, MaxClients = maxClients },
            Profiles = new Dictionary<string, EffortProfile>(StringComparer.Ordinal)
            {
                ["test"] = new() { Budget_s = 10_000, Repetitions = 1, WarmUp_s = 0, Overload = effort },
            },
        };
        var options = new RunOptions
        {
            ResultsFolder = _folder,
            Manifest = new RunManifest { RunId = "", Scenario = "", Started_utc = DateTimeOffset.UnixEpoch },
            GeneratorCpus = [1],
        };
        var result = new ExperimentRunner(_suts, engine, _suts, new ManualTime()).Run(
            ExperimentPlan.Of(scenario, "test", stages.Split(' ')), new FakeWorkload(), options,
            new ProgressLog(), CancellationToken.None);
        return Analyser.Analyse(RunReader.Read(result.Folder));
    }
}
