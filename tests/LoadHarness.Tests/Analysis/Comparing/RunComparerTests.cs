using LoadHarness.Analysis;
using LoadHarness.Analysis.Comparing;

namespace LoadHarness.Tests.Analysis.Comparing;

public sealed class RunComparerTests
{
    private const double Margin = 0.05;

    [Theory]
    [InlineData(1.3, ComparisonVerdict.Faster)]
    [InlineData(0.7, ComparisonVerdict.Slower)]
    [InlineData(1.0, ComparisonVerdict.Same)]
    public void A_curve_is_compared_with_itself_in_the_other_run(double factor, ComparisonVerdict verdict)
    {
        var comparison = RunComparer.Compare(Run(1), Run(factor), Margin);

        var difference = comparison.Differences.ShouldHaveSingleItem();
        difference.Verdict.ShouldBe(verdict);
        difference.Capacity.Ratio.Estimate.ShouldBe(factor, 0.05 * factor);
        difference.CpuPerOperationRatio.ShouldBe(1, 0.01);
        comparison.HasSlower.ShouldBe(verdict == ComparisonVerdict.Slower);
        comparison.IsDecided.ShouldBeTrue();
        comparison.Circumstances.ShouldBeEmpty();
    }

    [Fact]
    public void A_difference_that_reaches_over_the_margin_is_undecided_and_says_what_would_decide()
    {
        var difference = RunComparer.Compare(Run(1), Run(1.05), Margin)
            .Differences.ShouldHaveSingleItem();

        difference.Verdict.ShouldBe(ComparisonVerdict.Undecided);
        difference.Capacity.StartsWanted.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Curves_that_one_run_lacks_are_named()
    {
        var comparison = RunComparer.Compare(
            Run(new SimulatedServer("select", Hinge(1)), new SimulatedServer("epoll", Hinge(1))),
            Run(new SimulatedServer("select", Hinge(1)), new SimulatedServer("async", Hinge(1))), Margin);

        comparison.Differences.ShouldHaveSingleItem().Key.Model.ShouldBe("select");
        comparison.Unmatched.Select(curve => curve.Model).ShouldBe(["epoll", "async"], ignoreOrder: true);
        comparison.IsDecided.ShouldBeFalse();
    }

    [Fact]
    public void What_else_changed_between_the_runs_is_said()
    {
        var after = Run(1);
        var manifest = after.Run.Manifest with { Profile = "full", Loop = "io_uring" };

        RunComparer.Compare(Run(1), after with { Run = after.Run with { Manifest = manifest } }, Margin)
            .Circumstances.Count.ShouldBe(2);
    }

    /// <summary>
    /// Seeded: 100 pairs of runs with four equal servers each; among all four, faster or slower is rarely said.
    /// </summary>
    [Fact]
    public void Equal_servers_are_rarely_said_to_differ()
    {
        var wrong = Enumerable.Range(0, 100).Count(pair =>
            RunComparer.Compare(Four(2 * pair), Four(2 * pair + 1), Margin).Differences.Any(difference =>
                difference.Verdict is ComparisonVerdict.Faster or ComparisonVerdict.Slower));
        wrong.ShouldBeLessThanOrEqualTo(2);
    }

    private static RunAnalysis Four(int seed)
    {
        var run = new SimulatedRun();
        // Restarts differ: each curve of each run has a level of its own, 5 % apart.
        var random = new Random(seed);
        foreach (var model in new[] { "select", "epoll", "async", "threaded" })
        {
            run.Add(new SimulatedServer(model, n => 1000 * Math.Min(n, 8) * (1 + 0.05 * (random.NextDouble() - 0.5))),
                restarts: 4);
        }

        return Analyser.Analyse(run.ToRun());
    }

    private static Func<int, double> Hinge(double factor) => n => factor * 1000 * Math.Min(n, 8);

    private static RunAnalysis Run(double factor) => Run(new SimulatedServer("select", Hinge(factor)));

    private static RunAnalysis Run(params SimulatedServer[] servers) => Analyser.Analyse(
        servers.Aggregate(new SimulatedRun(), (run, server) => run.Add(server, restarts: 4)).ToRun());
}
