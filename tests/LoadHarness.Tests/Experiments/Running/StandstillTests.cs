using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Running;
using LoadHarness.Results;
using LoadHarness.Tests.Discovery.Fakes;
using LoadHarness.Tests.Experiments.Fakes;

namespace LoadHarness.Tests.Experiments.Running;

/// <summary>Clocks that jump and a harness that is stopped, with a fake engine and a fake wall clock.</summary>
public sealed class StandstillTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("loadharness-").FullName;
    private readonly FakeSuts _suts = new();
    private readonly ManualTime _time = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0.1, 0.1, 0)]
    [InlineData(0.1, 0.25, 0)]
    [InlineData(1, 1.4, 0)]
    [InlineData(0.1, 3.1, 3)]
    [InlineData(1, 4, 3)]
    public void A_window_much_longer_than_planned_is_a_standstill(double planned_s, double length_s, double still_s) =>
        Standstill.In_s(planned_s, length_s).ShouldBe(still_s, 1e-9);

    [Fact]
    public void Windows_in_which_the_harness_stood_still_are_left_out_and_their_level_says_so()
    {
        var run = Run(new FakeEngine
        {
            Late_ns = (plan, window) =>
                plan is { Clients: 3, Purpose: Purpose.Measure } && window is 4 or 7 ? 2_500_000_000 : 0,
        });

        var marked = run.Levels.Where(level => level.Validity.Length > "valid".Length).ShouldHaveSingleItem();
        marked.Key.Clients.ShouldBe(3);
        marked.Validity.ShouldBe("suspect: standstill (the harness stood still for 5.0 s, which does not count)");
        marked.Throughput_per_s.ShouldBe(3000, 50);
        run.Windows.Where(window => window.State == WindowState.Cut)
            .Select(window => (window.Key.Clients, window.Window))
            .ShouldBe([(3, 4), (3, 7)]);
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(-86_400)]
    public void A_wall_clock_that_jumps_changes_no_number_and_is_told(int jump_s)
    {
        var straight = Run(new FakeEngine());
        var jumped = Run(new FakeEngine
        {
            OnRun = (_, plan) =>
            {
                if (plan is { Clients: 2, Purpose: Purpose.Measure }) _time.Set(TimeSpan.FromSeconds(jump_s));
            },
        });

        jumped.Levels.Select(Numbers).ShouldBe(straight.Levels.Select(Numbers));
        jumped.Manifest.State.ShouldBe(RunState.Complete);
        jumped.Manifest.Spent_s.ShouldBeInRange(0, 600);
        jumped.Manifest.Notes.ShouldHaveSingleItem().ShouldStartWith("The wall clock moved by ");
        jumped.Events.ShouldContain(happened => happened.Kind == "clock-jump");
        straight.Events.ShouldNotContain(happened => happened.Kind == "clock-jump");
    }

    private static (int Clients, double Throughput, int Kept, string Validity) Numbers(LevelRow level) =>
        (level.Key.Clients, level.Throughput_per_s, level.KeptWindows, level.Validity);

    private StoredRun Run(FakeEngine engine)
    {
        var scenario = new Scenario
        {
            Name = "fake",
            Workload = "fake",
            Server = new ServerSetup { Models = ["a"] },
            Load = new LoadSetup { Holds = [1, 2, 3, 4] },
            Profiles = new Dictionary<string, EffortProfile>(StringComparer.Ordinal)
            {
                ["test"] = new() { Budget_s = 10_000, Repetitions = 1, WarmUp_s = 0 },
            },
        };
        var workload = new FakeWorkload { Stages = ["read"] };
        var options = new RunOptions
        {
            ResultsFolder = _folder,
            Manifest = new RunManifest { RunId = "", Scenario = "", Started_utc = DateTimeOffset.UnixEpoch },
            ConnectionLimit = _ => null,
        };
        var result = new ExperimentRunner(_suts, engine, _suts, _time).Run(
            ExperimentPlan.Of(scenario, "test", workload.Stages), workload, options, new ProgressLog(),
            CancellationToken.None);
        return RunReader.Read(result.Folder);
    }
}
