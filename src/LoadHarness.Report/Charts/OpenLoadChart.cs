using LoadHarness.Analysis.OpenLoop;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Charts;

/// <summary>
/// Latency from due over the offered load: the median and the 99th percentile side by side, one row for each stage.
/// </summary>
internal sealed class OpenLoadChart : IChart
{
    /// <inheritdoc/>
    public FigureBlock? Draw(ReportPart part)
    {
        var panels = part.Stages.SelectMany(stage => Row(part, stage)).ToList();
        if (!ChartParts.HasData(panels)) return null;
        var figure = new Figure
        {
            Title = $"{part.Title}: latency against offered load",
            Subtitle = "Logarithmic vertical axes; the two panels of a row have the same scales. Operations are due by "
                + "the clock, and latency counts from when they were due. Upright bars: 95 % intervals.",
            Description = "Lines of the median and the 99th percentile of latency from when operations were due over "
                + "the operations due per second.",
            Columns = 2,
            PlotHeight = panels.Count > 2 ? 160 : 220,
            Panels = panels,
            Legend =
            [
                .. ChartParts.Models(part),
                new LegendEntry("rate not reached, or another failed check", -1, LineKind.None, PointMark.Hollow),
            ],
        };
        return new FigureBlock(
            part.Slug + "-offered-load", figure,
            "Latency against offered load. Far below the capacity a line is level; near it, operations that come at "
                + "the same time wait for each other, and the tail rises first.");
    }

    private static IEnumerable<Panel> Row(ReportPart part, string stage)
    {
        var curves = part.Open.Where(curve => curve.Key.Stage.Equals(stage, StringComparison.Ordinal)).ToList();
        if (curves.Count == 0) yield break;
        var median = curves.ConvertAll(curve => SeriesOf(part, curve, level => level.FromDue.P50));
        var tail = curves.ConvertAll(curve => SeriesOf(part, curve, level => level.FromDue.P99));
        var points = median.Concat(tail).SelectMany(series => series.Points).ToList();
        var (low, high) = Figures.Svg.AxisRange.Of(
            new Axis("", AxisScale.Log10, Quantity.Time_us),
            points.SelectMany(point => new[] { point.Low, point.Y, point.High }));
        var y = new Axis("", AxisScale.Log10, Quantity.Time_us) { Low = low, High = high };
        var x = new Axis("Offered load, operations/s", AxisScale.Linear, Quantity.Rate_per_s)
        {
            Low = 0,
            High = Figures.Svg.AxisRange.Of(
                new Axis("", AxisScale.Linear, Quantity.Rate_per_s), points.Select(point => point.X)).High,
        };
        yield return new Panel
        {
            Title = stage + ": median",
            X = x,
            Y = y with { Label = "Latency, 50th percentile" },
            Series = median,
        };
        yield return new Panel
        {
            Title = stage + ": 99th percentile",
            X = x,
            Y = y with { Label = "Latency, 99th percentile" },
            Series = tail,
        };
    }

    private static Series SeriesOf(ReportPart part, OpenCurve curve, Func<OpenLevelSummary, Interval> value) => new()
    {
        Name = curve.Key.Model,
        Style = part.Style(curve.Key.Model),
        Points = [.. curve.Levels.Select(level => Point(level, value(level)))],
    };

    private static DataPoint Point(OpenLevelSummary level, Interval value) =>
        new(level.Rate_per_s, value.Estimate)
        {
            // A logarithmic axis has no place for 0.
            Low = value.Low > 0 ? value.Low : double.NaN,
            High = value.High,
            Mark = level.Counts ? PointMark.Filled : PointMark.Hollow,
            Note = level.Validity.Issues.Count == 0 ? "" : level.Validity.ToText(),
        };
}
