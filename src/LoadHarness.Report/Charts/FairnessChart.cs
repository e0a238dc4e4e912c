using LoadHarness.Report.Documents;
using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Charts;

/// <summary>What one client gets, and how evenly: throughput per client and Jain's index, one row for each
/// stage.</summary>
internal sealed class FairnessChart : IChart
{
    /// <inheritdoc/>
    public FigureBlock? Draw(ReportPart part)
    {
        var panels = part.Stages.SelectMany(stage => Row(part, stage)).ToList();
        if (!ChartParts.HasData(panels)) return null;
        var figure = new Figure
        {
            Title = $"{part.Title}: the individual client",
            Subtitle = "Left: throughput of the median client, with upright bars from the slowest to the fastest one. "
                + "Right: Jain's fairness index; 1 means that all clients get the same, 1/N that one client of N gets "
                + "everything.",
            Description = "Lines of throughput per client and of Jain's fairness index over the number of simultaneous "
                + "clients.",
            Columns = 2,
            PlotHeight = part.Stages.Count > 1 ? 150 : 210,
            Panels = panels,
            Legend = [.. ChartParts.Models(part), ChartParts.Invalid],
        };
        return new FigureBlock(
            part.Slug + "-clients", figure,
            "The individual client. A flat line on the left means that clients do not disturb each other; past the "
                + "point where throughput levels out, a client's share falls as 1/N. A high sum can hide clients that "
                + "are hardly served: then the right side falls below 1.");
    }

    private static IEnumerable<Panel> Row(ReportPart part, string stage)
    {
        yield return new Panel
        {
            Title = stage + ": one client's share",
            X = ChartParts.Clients,
            Y = new Axis("Throughput per client, operations/s", AxisScale.Log10, Quantity.Rate_per_s),
            Series = ChartParts.Series(
                part, stage, level => Positive(level.PerClient.Median_per_s),
                level => (Positive(level.PerClient.Min_per_s), Positive(level.PerClient.Max_per_s))),
        };
        yield return new Panel
        {
            Title = stage + ": fairness",
            X = ChartParts.Clients,
            Y = new Axis("Jain's index", AxisScale.Linear, Quantity.Number) { Low = 0, High = 1 },
            Series = ChartParts.Series(part, stage, level => Positive(level.PerClient.Jain)),
        };
    }

    private static double Positive(double value) => value > 0 ? value : double.NaN;
}
