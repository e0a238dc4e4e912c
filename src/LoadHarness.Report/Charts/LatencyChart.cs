using LoadHarness.Analysis.Curves;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Charts;

/// <summary>Latency over clients: the median and the 99th percentile side by side, one row for each stage.</summary>
internal sealed class LatencyChart : IChart
{
    /// <inheritdoc/>
    public FigureBlock? Draw(ReportPart part)
    {
        var panels = part.Stages.SelectMany(stage => Row(part, stage)).ToList();
        if (!ChartParts.HasData(panels)) return null;
        var figure = new Figure
        {
            Title = $"{part.Title}: latency over simultaneous clients",
            Subtitle = "Logarithmic axes; the two panels of a row have the same scales. Latency in a closed loop at "
                + "saturation is the wait in the queue of the clients themselves: it is not what users at a lower load "
                + "would feel.",
            Description = "Lines of the median and the 99th percentile of latency over the number of simultaneous "
                + "clients.",
            Columns = 2,
            PlotHeight = part.Stages.Count > 1 ? 160 : 220,
            Panels = panels,
            Legend =
            [
                .. ChartParts.Models(part), ChartParts.Invalid,
                new LegendEntry("mean by Little's law, clients / throughput", -1, LineKind.Dotted, Mark: null),
            ],
        };
        return new FigureBlock(
            part.Slug + "-latency", figure,
            "Latency over clients. Once throughput is level, latency grows in step with the clients: that is Little's "
                + "law, the dotted line. A dotted line far above its points means that some clients were never served "
                + "and so have no latency. A percentile with fewer than 6 values beyond it is not shown.");
    }

    private static IEnumerable<Panel> Row(ReportPart part, string stage)
    {
        var median = ChartParts.Series(part, stage, level => level.Latency.P50_us);
        var tail = ChartParts.Series(part, stage, level => level.Latency.P99_us);
        var little = ChartParts.CurvesOf(part, stage).Select(curve => Little(part, curve)).ToList();
        var values = median.Concat(tail).Concat(little).SelectMany(series => series.Points).Select(point => point.Y);
        var (low, high) = Figures.Svg.AxisRange.Of(new Axis("", AxisScale.Log10, Quantity.Time_us), values);
        var axis = new Axis("", AxisScale.Log10, Quantity.Time_us) { Low = low, High = high };
        yield return new Panel
        {
            Title = stage + ": median",
            X = ChartParts.Clients,
            Y = axis with { Label = "Latency, 50th percentile" },
            Series = [.. little, .. median],
        };
        yield return new Panel
        {
            Title = stage + ": 99th percentile",
            X = ChartParts.Clients,
            Y = axis with { Label = "Latency, 99th percentile" },
            Series = tail,
        };
    }

    private static Series Little(ReportPart part, CurveAnalysis curve) => new()
    {
        Name = curve.Key.Model + ", Little's law",
        Style = part.Style(curve.Key.Model),
        Line = LineKind.Dotted,
        Markers = false,
        Points = [.. curve.Levels.Select(level => new DataPoint(
            level.Clients,
            level.Throughput.Estimate > 0
                ? level.Clients / level.Throughput.Estimate * 1e6 - part.Run.Manifest.Rules.ThinkTime_us
                : double.NaN))],
    };
}
