using LoadHarness.Analysis;
using LoadHarness.Report;
using LoadHarness.Report.Charts;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Results;

namespace LoadHarness.Tests.Report.Sections;

public sealed class ResourceChartTests
{
    private static readonly int[] _ladder = [1, 4, 16];

    [Fact]
    public void Counters_that_are_always_nothing_are_not_drawn()
    {
        var panels = Draw(run => run).ShouldNotBeNull().Panels.Select(panel => panel.Title).ToList();

        panels.ShouldContain("insert: waits for a CPU", StringComparer.Ordinal);
        panels.ShouldContain("lookup: flushes of the log", StringComparer.Ordinal);
        panels.ShouldNotContain(title => title.Contains("locks") || title.Contains("dropped"));
    }

    [Fact]
    public void A_counter_that_says_something_is_drawn_for_every_stage() =>
        Draw(With(row => row with { LockContentions = row.Key.Clients * 1000L }))!.Panels
            .Count(panel => panel.Title.EndsWith("waits for locks", StringComparison.Ordinal)).ShouldBe(2);

    [Fact]
    public void A_run_without_counters_has_no_such_figure() => Draw(run => run with { Resources = [] }).ShouldBeNull();

    [Fact]
    public void Overload_and_the_way_back_stand_in_the_figure_of_the_throughput_under_a_mark_of_their_own()
    {
        var series = new ThroughputChart().Draw(Part(run => run))!.Figure.Panels.SelectMany(panel => panel.Series)
            .Where(one => one.Name.EndsWith(", overload", StringComparison.Ordinal)).ToList();

        series.Count.ShouldBe(2);
        series.ShouldAllBe(one => one.Points.Count == 2 && one.Points[0].Mark == PointMark.Down
            && one.Points[0].X == 12 && one.Points[1].X == 48);
    }

    private static Func<StoredRun, StoredRun> With(Func<ResourceRow, ResourceRow> change) =>
        run => run with { Resources = [.. run.Resources.Select(change)] };

    private static Figure? Draw(Func<StoredRun, StoredRun> change) => new ResourceChart().Draw(Part(change))?.Figure;

    private static ReportPart Part(Func<StoredRun, StoredRun> change) => ReportComposer.PartsOf(
        [Analyser.Analyse(change(SyntheticRun.Hashtable(_ladder, "insert", "lookup")))])[0];
}
