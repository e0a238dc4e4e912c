using LoadHarness.Report.Documents;
using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Charts;

/// <summary>
/// What the server used beside CPU over clients, on the axis of the throughput: one row for each counter that says
/// something, one column for each stage.
/// </summary>
internal sealed class ResourceChart : IChart
{
    private const int MostCounters = 5;
    private const int MostColumns = 4;

    /// <inheritdoc/>
    public FigureBlock? Draw(ReportPart part)
    {
        var counters = ResourceCounter.All.Where(counter => counter.Tells(part)).Take(MostCounters).ToList();
        var panels = counters.SelectMany(counter => part.Stages.Select(stage => PanelOf(part, stage, counter)))
            .ToList();
        if (!ChartParts.HasData(panels)) return null;
        var figure = new Figure
        {
            Title = $"{part.Title}: what the server waits for and uses beside CPU",
            Subtitle = "Only counters that are not next to nothing and change, at most five. Segments and dropped "
                + "connections are counted by the kernel for the whole machine.",
            Description = "Lines of counters of the server over the number of simultaneous clients: "
                + string.Join(", ", counters.Select(counter => counter.Name)) + ".",
            Columns = part.Stages.Count > 1 ? Math.Min(MostColumns, part.Stages.Count) : Math.Min(2, panels.Count),
            PlotHeight = 120,
            Panels = panels,
            Legend = [.. ChartParts.Models(part), ChartParts.Invalid],
        };
        return new FigureBlock(
            part.Slug + "-resources", figure,
            "What the server waits for and uses. A counter that rises where throughput turns level is a hint at the "
                + "cause; one that does not is none.");
    }

    private static Panel PanelOf(ReportPart part, string stage, ResourceCounter counter) => new()
    {
        Title = $"{stage}: {counter.Name}",
        X = ChartParts.Clients,
        Y = new Axis(counter.Label, AxisScale.Linear, counter.Quantity),
        Series = ChartParts.Series(part, stage, level => counter.Get(level.Resources)),
    };
}
