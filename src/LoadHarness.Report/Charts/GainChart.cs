using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Ladders;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Charts;

/// <summary>What more clients bring: efficiency, and the test of every step, one row for each stage.</summary>
internal sealed class GainChart : IChart
{
    /// <inheritdoc/>
    public FigureBlock? Draw(ReportPart part)
    {
        var panels = part.Stages.SelectMany(stage => Row(part, stage)).ToList();
        if (!ChartParts.HasData(panels)) return null;
        var figure = new Figure
        {
            Title = $"{part.Title}: what more clients bring",
            Subtitle = "Left: throughput per client relative to the fewest clients. Right: gain of each step with its "
                + "95 % bounds; below the dotted line a step is flat, and two flat ones in a row are a plateau.",
            Description = "Lines of efficiency and of the gain of each step over the number of simultaneous clients.",
            Columns = 2,
            PlotHeight = part.Stages.Count > 1 ? 150 : 210,
            Panels = panels,
            Legend =
            [
                .. ChartParts.Models(part), ChartParts.Invalid,
                new LegendEntry("margin of a flat step", -1, LineKind.Dotted, Mark: null),
            ],
        };
        return new FigureBlock(
            part.Slug + "-gain", figure,
            "The plateau test itself. A step is flat when the upper bound of its gain lies below the margin. The steps "
                + "are those of the first start of the server, which walked the ladder.");
    }

    private static IEnumerable<Panel> Row(ReportPart part, string stage)
    {
        yield return new Panel
        {
            Title = stage + ": efficiency",
            X = ChartParts.Clients,
            Y = new Axis("Throughput per client, relative", AxisScale.Linear, Quantity.Share),
            Series = ChartParts.Series(part, stage, level => level.Efficiency),
        };
        var curves = ChartParts.CurvesOf(part, stage).Where(curve => curve.Steps.Count > 0).ToList();
        yield return new Panel
        {
            Title = stage + ": gain of each step",
            X = ChartParts.Clients,
            Y = new Axis("Gain to this level", AxisScale.Linear, Quantity.Share),
            Series = [.. curves.Take(1).Select(Margin), .. curves.Select(curve => Gains(part, curve))],
        };
    }

    private static Series Gains(ReportPart part, CurveAnalysis curve) => new()
    {
        Name = curve.Key.Model,
        Style = part.Style(curve.Key.Model),
        Points = [.. curve.Steps.Select(step => new DataPoint(step.ToClients, Share(step.Gain))
        {
            Low = Share(step.Low),
            High = Share(step.High),
            Note = $"from {Words.Plural(step.FromClients, "client")}: {Outcome(step)}",
        })],
    };

    /// <summary>The margins depend on the ratio of a step alone.</summary>
    private static Series Margin(CurveAnalysis curve) => new()
    {
        Name = "margin",
        Style = -1,
        Line = LineKind.Dotted,
        Markers = false,
        Points = [.. curve.Steps.Select(step => new DataPoint(step.ToClients, Share(step.Margin)))],
    };

    private static double Share(double logarithm) => Math.Exp(logarithm) - 1;

    private static string Outcome(StepTest step) => step.Outcome switch
    {
        StepOutcome.Falling => "falling",
        StepOutcome.Flat => "flat",
        StepOutcome.Rising => "rising",
        _ => "unclear",
    };
}
