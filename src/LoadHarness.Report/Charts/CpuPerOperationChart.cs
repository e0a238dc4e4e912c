using LoadHarness.Report.Documents;
using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Charts;

/// <summary>CPU time of the server per operation over clients, one panel for each stage.</summary>
internal sealed class CpuPerOperationChart : IChart
{
    /// <inheritdoc/>
    public FigureBlock? Draw(ReportPart part)
    {
        var panels = ChartParts.ShareIfClose([.. part.Stages.Select(stage => PanelOf(part, stage))], out var areShared);
        if (!ChartParts.HasData(panels)) return null;
        var figure = new Figure
        {
            Title = $"{part.Title}: CPU time of the server per operation",
            Subtitle = "User and system time together. It varies less than throughput and carries over better to other "
                + "machines."
                + ChartParts.ScaleNote(panels.Count, areShared),
            Description = "Lines of the server's CPU time per operation over the number of simultaneous clients.",
            Columns = panels.Count > 1 ? 2 : 1,
            PlotHeight = panels.Count > 1 ? 160 : 220,
            Panels = panels,
            Legend = [.. ChartParts.Models(part), ChartParts.Invalid],
        };
        return new FigureBlock(
            part.Slug + "-cpu-per-operation", figure,
            "What one operation costs. A level line means constant work; a falling one that operations share wake-ups, "
                + "calls or flushes; a rising one that clients get in each other's way.");
    }

    private static Panel PanelOf(ReportPart part, string stage) => new()
    {
        Title = stage,
        X = ChartParts.Clients,
        Y = new Axis("CPU time per operation", AxisScale.Linear, Quantity.Time_us),
        Series = ChartParts.Series(part, stage, level => level.Resources.SutCpuPerOperation_us),
    };
}
