using LoadHarness.Analysis;
using LoadHarness.Analysis.History;

namespace LoadHarness.Tests.Analysis.History;

public sealed class HistoryReaderTests
{
    [Fact]
    public void A_change_is_seen_at_the_run_that_began_it()
    {
        var history = Read(1, 1.01, 0.99, 1, 0.8, 0.81, 0.79, 0.8);

        history.Points.Select(point => point.IsChange)
            .ShouldBe([false, false, false, false, true, false, false, false]);
        history.Levels_per_s.Count.ShouldBe(2);
        (history.Levels_per_s[1] / history.Levels_per_s[0]).ShouldBe(0.8, 0.02);
    }

    [Fact]
    public void Runs_that_scatter_show_no_change()
    {
        var history = Read(1, 1.03, 0.98, 1.01, 0.97, 1.02);

        history.Points.ShouldAllBe(point => !point.IsChange);
        history.Levels_per_s.ShouldHaveSingleItem().ShouldBe(8000, 250);
    }

    [Fact]
    public void A_lower_bound_is_shown_and_not_compared()
    {
        var runs = Enumerable.Repeat(Run(n => 1000 * Math.Min(n, 8)), 3).Append(Run(n => 100 * n)).ToList();

        var history = HistoryReader.Read(runs, 0.05).ShouldHaveSingleItem();

        history.Points.Count.ShouldBe(4);
        history.Points[^1].Verdict.IsLowerBound.ShouldBeTrue();
        history.Levels_per_s.ShouldHaveSingleItem().ShouldBe(8000, 250);
    }

    private static CurveHistory Read(params double[] factors) => HistoryReader.Read(
        [.. factors.Select(factor => Run(n => factor * 1000 * Math.Min(n, 8)))], 0.05).ShouldHaveSingleItem();

    private static RunAnalysis Run(Func<int, double> throughput_per_s) => Analyser.Analyse(
        new SimulatedRun().Add(new SimulatedServer("select", throughput_per_s) { Cv = 0.01 }).ToRun());
}
