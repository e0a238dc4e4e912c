using LoadHarness.Analysis.Curves;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Charts;

/// <summary>The whole distribution of latency at the capacity: one panel for each stage, one line for each
/// model.</summary>
internal sealed class SpectrumChart : IChart
{
    /// <summary>So that the last label of the axis is not cut.</summary>
    private const double RoomAtTheEnd = 2;

    /// <inheritdoc/>
    public FigureBlock? Draw(ReportPart part)
    {
        var panels = part.Stages.Select(stage => PanelOf(part, stage)).ToList();
        if (!ChartParts.HasData(panels)) return null;
        var figure = new Figure
        {
            Title = $"{part.Title}: percentile spectrum of latency",
            Subtitle = "At the level that speaks for the capacity. 10 on the "
                + "horizontal axis is the 90th percentile, 100 the 99th, 1000 the 99.9th.",
            Description = "Lines of latency over one in so many operations that take longer.",
            Columns = panels.Count > 1 ? 2 : 1,
            PlotHeight = panels.Count > 1 ? 160 : 220,
            Panels = panels,
            Legend = [.. ChartParts.Models(part)],
        };
        return new FigureBlock(
            part.Slug + "-spectrum", figure,
            "How latency is spread: one in so many operations takes longer than the line says. A jump far to the right "
                + "is a pause that few operations meet. The line ends where fewer than 6 values lie beyond.");
    }

    private static Panel PanelOf(ReportPart part, string stage) => new()
    {
        Title = stage,
        X = new Axis("One in so many operations takes longer", AxisScale.Log10, Quantity.Number)
        {
            Low = 1,
            High = EndOf(ChartParts.CurvesOf(part, stage)
                .SelectMany(curve => curve.AtCapacity?.Spectrum ?? []).Select(point => point.OneIn)
                .DefaultIfEmpty(1000).Max()),
        },
        Y = new Axis("Latency", AxisScale.Log10, Quantity.Time_us),
        Series = [.. ChartParts.CurvesOf(part, stage).Select(curve => SeriesOf(part, curve))],
    };

    /// <summary>Behind the last value, and behind the last power of ten, which has the label.</summary>
    internal static double EndOf(double highest)
    {
        var end = RoomAtTheEnd * highest;
        return Math.Max(end, RoomAtTheEnd * Math.Pow(10, Math.Floor(Math.Log10(end))));
    }

    private static Series SeriesOf(ReportPart part, CurveAnalysis curve) => new()
    {
        Name = curve.Key.Model,
        Style = part.Style(curve.Key.Model),
        MarkerSize = 0.6,
        Points = curve.AtCapacity is not { } level ? [] : [.. level.Spectrum
            .Select(point => new DataPoint(point.OneIn, point.Latency_us)
            {
                Note = Words.Plural(level.Clients, "client"),
            })],
    };
}
