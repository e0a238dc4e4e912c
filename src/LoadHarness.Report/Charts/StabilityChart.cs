using LoadHarness.Analysis.Stability;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Results;

namespace LoadHarness.Report.Charts;

/// <summary>Memory, descriptors, threads and sockets of the server through the long levels, by stage.</summary>
internal sealed class StabilityChart : IChart
{
    private const int MostPoints = 300;

    /// <inheritdoc/>
    public FigureBlock? Draw(ReportPart part)
    {
        var readings = StabilityReader.Of(part.Run)
            .Where(reading => string.Equals(reading.Key.Workload, part.Workload, StringComparison.Ordinal)).ToList();
        var panels = part.Stages.SelectMany(stage => Row(part, stage, Of(readings, stage)))
            .Where(panel => ChartParts.HasData([panel])).ToList();
        if (panels.Count == 0) return null;
        var figure = new Figure
        {
            Title = $"{part.Title}: what the server holds over time",
            Subtitle = "The longest level of each model. A line that goes on rising is a leak.",
            Description = "Lines of the server's memory, open descriptors, threads and sockets over a long level.",
            Columns = 2,
            PlotHeight = 170,
            Panels = panels,
            Legend = [.. ChartParts.Models(part)],
        };
        return new FigureBlock(
            part.Slug + "-stability", figure,
            "What the server holds over time. The first quarter of a level is left out of the slopes in the text: "
                + "heaps, pools and caches fill then.");
    }

    private static List<StabilityReading> Of(List<StabilityReading> readings, string stage) =>
        readings.FindAll(reading => string.Equals(reading.Key.Stage, stage, StringComparison.Ordinal));

    private static IEnumerable<Panel> Row(ReportPart part, string stage, List<StabilityReading> readings)
    {
        if (readings.Count == 0) return [];
        return
        [
            PanelOf(part, readings, $"{stage}: memory", new("Resident memory", AxisScale.Linear, Quantity.Size_bytes),
                row => row.Rss_bytes),
            PanelOf(part, readings, $"{stage}: descriptors", new("Open descriptors", AxisScale.Linear, Quantity.Number),
                row => row.Descriptors),
            PanelOf(part, readings, $"{stage}: threads", new("Threads", AxisScale.Linear, Quantity.Number),
                row => row.Threads),
            PanelOf(part, readings, $"{stage}: closed sockets",
                new("Closed sockets still held", AxisScale.Linear, Quantity.Number),
                row => row.ClosedSockets),
        ];
    }

    private static Panel PanelOf(
        ReportPart part, List<StabilityReading> readings, string title, Axis axis, Func<SampleRow, double> value) =>
        new()
        {
            Title = title,
            X = new Axis("Time since the level began, s", AxisScale.Linear, Quantity.Number),
            Y = axis,
            Series =
            [
                .. readings.Select(reading => new Series
                {
                    Name = reading.Key.Model,
                    Style = part.Style(reading.Key.Model),
                    Markers = false,
                    Points = [.. Extremes.Of(reading.Samples, MostPoints, row => Known(value(row)))
                        .Select(row => new DataPoint(row.Time_s - reading.Samples[0].Time_s, Known(value(row))))],
                }),
            ],
        };

    private static double Known(double value) => value < 0 ? double.NaN : value;
}
