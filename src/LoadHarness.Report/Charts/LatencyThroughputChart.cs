using LoadHarness.Analysis.Levels;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Results;

namespace LoadHarness.Report.Charts;

/// <summary>Latency over throughput: what the last bit of throughput costs, one row for each stage.</summary>
internal sealed class LatencyThroughputChart : IChart
{
    /// <summary>So that the last label of the axis is not cut.</summary>
    private const double RoomAtTheEnd = 1.08;

    /// <inheritdoc/>
    public FigureBlock? Draw(ReportPart part)
    {
        var panels = part.Stages.SelectMany(stage => Row(part, stage)).ToList();
        if (!ChartParts.HasData(panels)) return null;
        var figure = new Figure
        {
            Title = $"{part.Title}: latency over throughput",
            Subtitle = "Along a line clients increase. Where it turns upwards, more clients buy latency and no "
                + "throughput.",
            Description = "Lines of latency over throughput, one point for each number of clients.",
            Columns = 2,
            PlotHeight = part.Stages.Count > 1 ? 160 : 220,
            Panels = panels,
            Legend = [.. ChartParts.Models(part), ChartParts.Invalid],
        };
        return new FigureBlock(
            part.Slug + "-latency-throughput", figure,
            "Latency over throughput. The best place to work is before the line turns upwards; a line that leans back "
                + "to the left does less work with more clients.");
    }

    private static IEnumerable<Panel> Row(ReportPart part, string stage)
    {
        yield return PanelOf(part, stage, "median", level => level.Latency.P50_us);
        yield return PanelOf(part, stage, "99th percentile", level => level.Latency.P99_us);
    }

    private static Panel PanelOf(ReportPart part, string stage, string name, Func<LevelSummary, double> latency_us) =>
        new()
        {
            Title = $"{stage}: {name}",
            X = new Axis("Throughput, operations/s", AxisScale.Linear, Quantity.Rate_per_s)
            {
                Low = 0,
                High = RoomAtTheEnd * ChartParts.CurvesOf(part, stage).SelectMany(curve => curve.Levels)
                    .Select(level => level.Throughput.Estimate).DefaultIfEmpty(1).Max(),
            },
            Y = new Axis($"Latency, {name}", AxisScale.Log10, Quantity.Time_us),
            Rows = ChartParts.Clients,
            Series =
            [
                .. ChartParts.CurvesOf(part, stage).Select(curve => new Series
                {
                    Name = curve.Key.Model,
                    Style = part.Style(curve.Key.Model),
                    Points = [.. curve.Levels.Select(level => Point(level, latency_us(level)))],
                }),
            ],
        };

    private static DataPoint Point(LevelSummary level, double latency_us) =>
        new(level.Throughput.Estimate, latency_us)
        {
            Mark = level.Validity.Grade == ValidityGrade.Invalid ? PointMark.Hollow : PointMark.Filled,
            Row = level.Clients,
            Note = level.Validity.Grade == ValidityGrade.Valid ? "" : level.Validity.ToText(),
        };
}
