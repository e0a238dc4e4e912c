using LoadHarness.Analysis.Curves;
using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Charts;

/// <summary>The law that fits best, drawn at the levels it was fitted on and not beyond.</summary>
internal static class LawLine
{
    /// <summary>The legend's entry.</summary>
    public static LegendEntry Legend { get; } = new("law that fits best", -1, LineKind.Dotted, Mark: null);

    /// <summary>The line of a curve; null without a law.</summary>
    public static Series? Of(CurveAnalysis curve, int style) => curve.Law is not { } law ? null : new Series
    {
        Name = curve.Key.Model + ", law",
        Style = style,
        Line = LineKind.Dotted,
        Markers = false,
        Points = [.. law.Levels
            .Select(level => new DataPoint(level.Clients, law.Choice.Best.Law.Throughput_per_s(level.Clients)))],
    };
}
