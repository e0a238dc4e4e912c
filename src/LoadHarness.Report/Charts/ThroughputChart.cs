using LoadHarness.Report.Documents;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Tables;

namespace LoadHarness.Report.Charts;

/// <summary>Throughput over clients: the sum of all clients, one panel for each stage, one line for each
/// model.</summary>
internal sealed class ThroughputChart : IChart
{
    /// <inheritdoc/>
    public FigureBlock? Draw(ReportPart part)
    {
        var panels = ChartParts.ShareIfClose([.. part.Stages.Select(stage => PanelOf(part, stage))], out var areShared);
        if (!ChartParts.HasData(panels)) return null;
        var figure = new Figure
        {
            Title = $"{part.Title}: throughput over simultaneous clients",
            Subtitle = "The sum of all clients. Upright bars: 95 % intervals. Bars above a panel: where throughput "
                + "levels out."
                + ChartParts.ScaleNote(panels.Count, areShared),
            Description = "Lines of throughput in operations per second over the number of simultaneous clients. "
                + string.Join("; ", panels.SelectMany(
                panel => panel.Lanes.Select(lane => $"{panel.Title}, {lane.Label}"))) + ".",
            Columns = panels.Count > 1 ? 2 : 1,
            PlotHeight = panels.Count > 1 ? 190 : 260,
            Panels = panels,
            Legend =
            [
                .. ChartParts.Models(part), ChartParts.Invalid,
                .. part.Curves.Any(curve => curve.Law is not null) ? [LawLine.Legend] : Array.Empty<LegendEntry>(),
                .. OverloadTable.IsTried(part) ? [OverloadLine.Legend] : Array.Empty<LegendEntry>(),
                new LegendEntry("capacity, 95 % interval", -1, LineKind.None, Mark: null) { IsBand = true },
            ],
        };
        return new FigureBlock(
            part.Slug + "-throughput", figure,
            "Throughput over clients. Where a line turns level, more clients bring no more throughput; they only wait "
                + "longer.");
    }

    private static Panel PanelOf(ReportPart part, string stage) => new()
    {
        Title = stage,
        X = ChartParts.Clients,
        Y = new Axis("Throughput, operations/s", AxisScale.Linear, Quantity.Rate_per_s),
        Series =
        [
            .. ChartParts.Series(
                part, stage, level => level.Throughput.Estimate,
                level => (level.Throughput.Low, level.Throughput.High)),
            .. ChartParts.CurvesOf(part, stage)
                .Select(curve => LawLine.Of(curve, part.Style(curve.Key.Model))).OfType<Series>(),
            .. ChartParts.CurvesOf(part, stage)
                .Select(curve => OverloadLine.Of(curve, part.Style(curve.Key.Model))).OfType<Series>(),
        ],
        Lanes = [.. ChartParts.CurvesOf(part, stage)
            .Select(curve => VerdictLane.Of(curve, part.Style(curve.Key.Model)))],
        Bands = [.. ChartParts.CurvesOf(part, stage)
            .Select(curve => VerdictLane.Band(curve, part.Style(curve.Key.Model))).OfType<Band>()],
    };
}
