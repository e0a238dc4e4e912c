using LoadHarness.Analysis;
using LoadHarness.Report;
using LoadHarness.Report.Charts;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Results;

namespace LoadHarness.Tests.Report.Charts;

public sealed class WindowsChartTests
{
    private const int MostDrawn = 3 * 300;

    private readonly StoredRun _run = SyntheticRun.NumberList();

    [Fact]
    public void A_short_level_shows_every_window()
    {
        var figure = Draw(_run);
        figure.Subtitle.ShouldStartWith("Every window of one level.");
        figure.Panels[0].Series[0].Points.Count.ShouldBe(40);
    }

    [Fact]
    public void A_long_level_shows_the_slowest_and_the_fastest_windows_and_says_so()
    {
        var figure = Draw(Prolonged(_run, windows: 18_000));
        figure.Subtitle.ShouldContain("the slowest and fastest of each stretch");
        foreach (var points in figure.Panels.Select(panel => panel.Series[0].Points))
        {
            points.Count.ShouldBeLessThanOrEqualTo(MostDrawn);
            points.ShouldContain(point => point.Mark == PointMark.Filled && point.Y == 0);
            points.ShouldContain(point => point.Mark == PointMark.Cross && point.Y > 1e6);
            points.ShouldContain(point => point.Mark == PointMark.Hollow);
            points.ShouldBe(points.OrderBy(point => point.X));
        }
    }

    private Figure Draw(StoredRun run)
    {
        var part = ReportComposer.PartsOf([Analyser.Analyse(_run) with { Run = run }])[0];
        return new WindowsChart().Draw(part).ShouldNotBeNull().Figure;
    }

    /// <summary>Goes on with each confirmation; one window stands still, one dropped is far above all.</summary>
    private static StoredRun Prolonged(StoredRun run, int windows)
    {
        var confirmed = run.Windows.Where(window => window.Key.Phase == LevelPhase.Confirm)
            .GroupBy(window => window.Key.Sequence).Select(level => level.Last());
        return run with
        {
            Windows = [.. run.Windows, .. confirmed.SelectMany(last => Enumerable.Range(1, windows)
                .Select(i => Later(last, i)))],
        };
    }

    private static WindowRow Later(WindowRow last, int i) => last with
    {
        Window = last.Window + i,
        Start_s = last.Start_s + i * last.Length_s,
        State = i % 5 == 0 ? WindowState.Disturbed : WindowState.Kept,
        Operations = i == 12_343 ? 0 : i == 7_000 ? 10_000_000 : last.Operations + i % 11,
    };
}
