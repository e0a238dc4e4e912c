using LoadHarness.Report.Documents;
using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Charts;

/// <summary>CPU use of the server and of the load generator over clients, side by side, one row for each
/// stage.</summary>
internal sealed class CpuChart : IChart
{
    /// <summary>From here on a process counts as having no CPU left. Source: METHOD.md, "Defaults to adopt".</summary>
    private const double Full = 0.9;

    /// <inheritdoc/>
    public FigureBlock? Draw(ReportPart part)
    {
        var panels = part.Stages.SelectMany(stage => Row(part, stage)).ToList();
        if (!ChartParts.HasData(panels)) return null;
        var figure = new Figure
        {
            Title = $"{part.Title}: CPU use of the server and of the load generator",
            Subtitle = "Share of the CPUs that each may use. A full server explains why throughput levels out; a full "
                + "generator means that the client was the limit and the server may be able to do more.",
            Description = "Lines of the CPU use of the server and of the load generator over the number of "
                + "simultaneous clients.",
            Columns = 2,
            PlotHeight = part.Stages.Count > 1 ? 140 : 200,
            Panels = panels,
            Legend = [.. ChartParts.Models(part), ChartParts.Invalid],
        };
        return new FigureBlock(
            part.Slug + "-cpu", figure, "CPU use. Left the server (system under test), right the load generator of the "
                + "harness.");
    }

    private static IEnumerable<Panel> Row(ReportPart part, string stage)
    {
        yield return PanelOf(
            stage + ": server", [new ReferenceLine(Full, "from 90 % the CPU is the limit")],
            ChartParts.Series(part, stage, level => level.Resources.SutUtilisation));
        yield return PanelOf(
            stage + ": load generator", [new ReferenceLine(Full, "from 90 % the level is invalid")],
            ChartParts.Series(part, stage, level => level.Resources.GeneratorUtilisation));
    }

    private static Panel PanelOf(string title, IReadOnlyList<ReferenceLine> lines, IReadOnlyList<Series> series) =>
        new()
        {
            Title = title,
            X = ChartParts.Clients,
            Y = new Axis("Share of its CPUs", AxisScale.Linear, Quantity.Share)
            {
                Low = 0,
                High = Math.Max(1, series.SelectMany(one => one.Points).Select(point => point.Y).Where(double.IsFinite)
                .DefaultIfEmpty(1).Max()),
            },
            Series = series,
            ReferenceLines = lines,
        };
}
