using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Levels;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Results;

namespace LoadHarness.Report.Charts;

/// <summary>What the figures over clients have in common.</summary>
internal static class ChartParts
{
    /// <summary>The horizontal axis of clients.</summary>
    public static Axis Clients { get; } = new("Simultaneous clients", AxisScale.Log2, Quantity.Number);

    /// <summary>One entry of the legend for each model.</summary>
    public static IEnumerable<LegendEntry> Models(ReportPart part, LineKind line = LineKind.Solid) =>
        part.Models.Select(model => new LegendEntry(model, part.Style(model), line, PointMark.Filled));

    /// <summary>The legend's entry for levels that failed a check.</summary>
    public static LegendEntry Invalid { get; } = new(
        "invalid level (a lower bound at most)", -1, LineKind.None, PointMark.Hollow);

    /// <summary>One series for each model, one point for each level.</summary>
    /// <param name="part">The part.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="value">What to show of a level.</param>
    /// <param name="bar">Ends of the bar; null: none.</param>
    public static IReadOnlyList<Series> Series(
        ReportPart part, string stage, Func<LevelSummary, double> value,
        Func<LevelSummary, (double Low, double High)>? bar = null) =>
        [.. CurvesOf(part, stage).Select(curve => new Series
        {
            Name = curve.Key.Model,
            Style = part.Style(curve.Key.Model),
            Points = [.. curve.Levels.Select(level => Point(level, value(level), bar?.Invoke(level)))],
        })];

    /// <summary>The curves of a stage, in the order of the models.</summary>
    public static IEnumerable<CurveAnalysis> CurvesOf(ReportPart part, string stage) =>
        part.Models.Select(model => part.Curve(model, stage)).OfType<CurveAnalysis>();

    /// <summary>
    /// Gives all panels the same linear vertical axis when their highest values are within a factor of 3; else each
    /// keeps its own.
    /// </summary>
    public static IReadOnlyList<Panel> ShareIfClose(IReadOnlyList<Panel> panels, out bool areShared)
    {
        var tops = panels.Select(Top).Where(top => top > 0).ToList();
        areShared = tops.Count == panels.Count && tops.Count > 0 && tops.Max() <= 3 * tops.Min();
        if (!areShared || panels.Count < 2) return panels;
        var high = RoundedUp(tops.Max());
        return [.. panels.Select(panel => panel with { Y = panel.Y with { Low = 0, High = high } })];
    }

    /// <summary>What to say about the vertical scales of several panels.</summary>
    public static string ScaleNote(int panels, bool areShared) =>
        panels < 2 ? "" : areShared ? " All panels have the same scales." : " Each panel has its own vertical scale.";

    /// <summary>Whether there is a finite number above 0 to show.</summary>
    public static bool HasData(IEnumerable<Panel> panels) =>
        panels.Any(panel => panel.Series.Any(series => series.Points.Any(point => double.IsFinite(point.Y))));

    private static double RoundedUp(double top) => Figures.Svg.AxisRange.Of(
        new Axis("", AxisScale.Linear, Quantity.Number), [top]).High;

    private static double Top(Panel panel) => panel.Series.SelectMany(series => series.Points)
        .SelectMany(point => new[] { point.Y, point.High }).Where(double.IsFinite).DefaultIfEmpty(0).Max();

    private static DataPoint Point(LevelSummary level, double value, (double Low, double High)? bar) =>
        new(level.Clients, value)
        {
            Low = bar?.Low ?? double.NaN,
            High = bar?.High ?? double.NaN,
            Mark = level.Validity.Grade == ValidityGrade.Invalid ? PointMark.Hollow : PointMark.Filled,
            Note = level.Validity.Grade == ValidityGrade.Valid ? "" : level.Validity.ToText(),
        };
}
