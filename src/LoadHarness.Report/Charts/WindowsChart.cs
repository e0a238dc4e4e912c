using LoadHarness.Analysis.Curves;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Charts;

/// <summary>The windows of one level near the levelled-out point over time, one panel for each stage and
/// model.</summary>
internal sealed class WindowsChart : IChart
{
    private const int MostColumns = 3;

    /// <summary>Of windows of each state in a panel; a level of half an hour has 18,000.</summary>
    private const int MostPoints = 300;

    /// <inheritdoc/>
    public FigureBlock? Draw(ReportPart part)
    {
        var shown = part.Stages.SelectMany(stage => ChartParts.CurvesOf(part, stage))
            .Select(curve => (Curve: curve, Windows: ShownWindows(part, curve)))
            .Where(level => level.Windows.Count > 0).ToList();
        var panels = shown.ConvertAll(level => PanelOf(part, level.Curve, level.Windows));
        if (!ChartParts.HasData(panels)) return null;
        var figure = new Figure
        {
            Title = $"{part.Title}: windows over time near the levelled-out point",
            Subtitle = shown.Exists(level => IsThinned(level.Windows))
                ? "Windows of one level, of long ones the slowest and fastest of each stretch. Each panel has its own "
                    + "scales."
                : "Every window of one level. Each panel has its own scales.",
            Description = "Throughput of each window of one level over time, for each stage and model.",
            Columns = Math.Min(MostColumns, part.Models.Count),
            PlotHeight = 130,
            Panels = panels,
            Legend =
            [
                new LegendEntry("window that counts", -1, LineKind.Solid, PointMark.Filled),
                new LegendEntry("warm-up of the level", -1, LineKind.None, PointMark.Hollow),
                new LegendEntry("dropped: others used the machine", -1, LineKind.None, PointMark.Cross),
                new LegendEntry("checkpoint", -1, LineKind.None, Mark: null) { IsEventMark = true },
                new LegendEntry("95 % interval of the level's mean", -1, LineKind.None, Mark: null) { IsBand = true },
            ],
        };
        return new FigureBlock(
            part.Slug + "-windows", figure,
            "Windows over time. The points should scatter around a level line; a slope means that the level was not "
                + "steady.");
    }

    private static Panel PanelOf(ReportPart part, CurveAnalysis curve, List<WindowRow> windows)
    {
        var (start, style) = (windows[0].Start_s, part.Style(curve.Key.Model));
        var end = windows[^1].Start_s + windows[^1].Length_s;
        var key = windows[0].Key;
        return new Panel
        {
            Title = $"{curve.Key.Stage}, {curve.Key.Model}, {Words.Plural(key.Clients, "client")}",
            X = new Axis("Time since the level began, s", AxisScale.Linear, Quantity.Number)
            {
                Low = 0,
                High = end - start
            },
            Y = new Axis("Operations/s in the window", AxisScale.Linear, Quantity.Rate_per_s),
            Series = [new Series { Name = curve.Key.Model, Style = style, MarkerSize = windows.Count > 20 ? 0.7 : 1,
                Points = [.. Drawn(windows).Select(window => Point(window, start))] }],
            Bands = [.. MeanBand(part, key, style, end - start)],
            Marks = [.. part.Run.Events.Where(e => IsCheckpoint(e, key) && e.Time_s >= start && e.Time_s <= end)
                .Select(e => new EventMark(
                e.Time_s - start, "checkpoint: " + NumberText.Of(e.Length_ms * 1000, Quantity.Time_us)))],
        };
    }

    /// <summary>Each state is thinned out by itself, so that none hides another.</summary>
    private static IEnumerable<WindowRow> Drawn(List<WindowRow> windows) => windows.GroupBy(window => window.State)
        .SelectMany(state => Extremes.Of([.. state], MostPoints, Rate)).OrderBy(window => window.Window);

    private static bool IsThinned(List<WindowRow> windows) =>
        windows.GroupBy(window => window.State).Any(state => state.Count() > MostPoints);

    private static double Rate(WindowRow window) =>
        window.Length_s > 0 ? window.Operations / window.Length_s : double.NaN;

    private static bool IsCheckpoint(EventRow e, RunKey key) =>
        string.Equals(e.Kind, "checkpoint", StringComparison.Ordinal)
            && (e.Model.Length == 0 || string.Equals(e.Model, key.Model, StringComparison.Ordinal));

    private static DataPoint Point(WindowRow window, double start) => new(
        window.Start_s - start + window.Length_s / 2, Rate(window))
    {
        Mark = window.State switch
        {
            WindowState.Warmup => PointMark.Hollow,
            WindowState.Disturbed => PointMark.Cross,
            _ => PointMark.Filled,
        },
        Note = window.State switch
        {
            WindowState.Warmup => "warm-up",
            WindowState.Disturbed => "dropped: others used the machine",
            _ => "",
        },
    };

    private static IEnumerable<Band> MeanBand(ReportPart part, RunKey key, int style, double length)
    {
        var total = RawRows.Totals(part.Run).FirstOrDefault(row => row.Key.Sequence == key.Sequence);
        if (total is null || !double.IsFinite(total.ThroughputHalfWidth_per_s)) yield break;
        var (mean, half) = (total.Throughput_per_s, total.ThroughputHalfWidth_per_s);
        yield return new Band(style, 0, length, Math.Max(0, mean - half), mean + half);
    }

    /// <summary>The confirmation if there is one, else the longest visit of the level the verdict names, else of the
    /// highest level.</summary>
    private static List<WindowRow> ShownWindows(ReportPart part, CurveAnalysis curve)
    {
        var clients = curve.Verdict.Clients > 0 ? curve.Verdict.Clients : curve.Verdict.HighestClients;
        var visits = part.Run.Windows.Where(window => curve.Key.Holds(window.Key))
            .Where(window => window.Key.Phase.IsOfCurve())
            .GroupBy(window => window.Key.Sequence).ToList();
        var shown = visits.OrderByDescending(visit => visit.First().Key.Phase == LevelPhase.Confirm)
            .ThenBy(visit => Math.Abs(visit.First().Key.Clients - clients))
            .ThenByDescending(visit => visit.Count()).ThenBy(visit => visit.Key).FirstOrDefault();
        return shown is null ? [] : [.. shown.OrderBy(window => window.Window)];
    }
}
