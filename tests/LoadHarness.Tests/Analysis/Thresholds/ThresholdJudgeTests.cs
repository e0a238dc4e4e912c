using LoadHarness.Analysis;
using LoadHarness.Analysis.Thresholds;
using LoadHarness.Contracts.Scenarios;

namespace LoadHarness.Tests.Analysis.Thresholds;

public sealed class ThresholdJudgeTests
{
    [Theory]
    [InlineData(7000, ThresholdOutcome.Met)]
    [InlineData(9000, ThresholdOutcome.Missed)]
    [InlineData(8000, ThresholdOutcome.Undecided)]
    public void A_capacity_is_judged_by_its_interval(double least_per_s, ThresholdOutcome outcome)
    {
        var check = Judge(new Threshold { MinCapacity_per_s = least_per_s }).ShouldHaveSingleItem();
        check.Outcome.ShouldBe(outcome);
        check.Measured.Estimate.ShouldBe(8000, 100);
    }

    [Fact]
    public void A_lower_bound_can_meet_a_threshold_and_never_miss_it()
    {
        var rising = Run(new SimulatedServer("select", n => 100 * n));
        Judge(rising, new Threshold { MinCapacity_per_s = 2000 })[0].Outcome.ShouldBe(ThresholdOutcome.Met);
        Judge(rising, new Threshold { MinCapacity_per_s = 9000 })[0].Outcome.ShouldBe(ThresholdOutcome.Undecided);
    }

    /// <summary>8 clients and 8,000 operations/s: 1 ms each; 16 clients wait 2 ms.</summary>
    [Theory]
    [InlineData(1.1, 8, ThresholdOutcome.Met)]
    [InlineData(0.9, 8, ThresholdOutcome.Missed)]
    [InlineData(1.9, 13, ThresholdOutcome.Missed)]
    [InlineData(2.1, 13, ThresholdOutcome.Met)]
    [InlineData(2.1, 5000, ThresholdOutcome.Undecided)]
    public void Latency_is_judged_at_the_level_that_was_named(double most_ms, int clients, ThresholdOutcome outcome) =>
        Judge(new Threshold { MaxP99_ms = most_ms, AtClients = clients })[0].Outcome.ShouldBe(outcome);

    [Fact]
    public void Failed_operations_are_counted_over_all_levels()
    {
        var failing = Run(new SimulatedServer("select", Hinge) { Timeouts = 1 });
        Judge(failing, new Threshold { MaxErrorShare = 0 })[0].Outcome.ShouldBe(ThresholdOutcome.Missed);
        Judge(failing, new Threshold { MaxErrorShare = 0.01 })[0].Outcome.ShouldBe(ThresholdOutcome.Met);
        Judge(new Threshold { MaxErrorShare = 0 })[0].Outcome.ShouldBe(ThresholdOutcome.Met);
    }

    [Fact]
    public void Nothing_may_be_slower_than_the_baseline()
    {
        var baseline = new Threshold { Baseline = "old" };
        Judge(Run(Server(0.7)), baseline, _ => Run(Server(1)))[0].Outcome.ShouldBe(ThresholdOutcome.Missed);
        Judge(Run(Server(1)), baseline, _ => Run(Server(1)))[0].Outcome.ShouldBe(ThresholdOutcome.Met);
        Judge(Run(Server(1)), baseline, _ => null)[0].Outcome.ShouldBe(ThresholdOutcome.Undecided);
    }

    [Fact]
    public void A_threshold_is_about_the_curves_that_it_names()
    {
        var run = Run(Server(1), new SimulatedServer("epoll", n => 2 * Hinge(n)));
        Judge(run, new Threshold { MinCapacity_per_s = 10_000 }).Select(check => check.Outcome)
            .ShouldBe([ThresholdOutcome.Missed, ThresholdOutcome.Met]);
        Judge(run, new Threshold { Model = "epoll", MinCapacity_per_s = 10_000 }).ShouldHaveSingleItem()
            .Curve!.Model.ShouldBe("epoll");
        Judge(run, new Threshold { Stage = "scan", MinCapacity_per_s = 1 }).ShouldHaveSingleItem()
            .Outcome.ShouldBe(ThresholdOutcome.Undecided);
    }

    private static double Hinge(int clients) => 1000.0 * Math.Min(clients, 8);

    private static SimulatedServer Server(double factor) => new("select", n => factor * Hinge(n));

    private static RunAnalysis Run(params SimulatedServer[] servers) => Analyser.Analyse(
        servers.Aggregate(new SimulatedRun(), (run, server) => run.Add(server, restarts: 4)).ToRun());

    private static IReadOnlyList<ThresholdCheck> Judge(Threshold threshold) => Judge(Run(Server(1)), threshold);

    private static IReadOnlyList<ThresholdCheck> Judge(
        RunAnalysis run, Threshold threshold, Func<string, RunAnalysis?>? baseline = null) =>
        ThresholdJudge.Judge(
            run with { Run = run.Run with { Manifest = run.Run.Manifest with { Thresholds = [threshold] } } },
            baseline ?? (_ => null));
}
