using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Overloads;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Charts;

/// <summary>The overload of a curve and the way back from it, drawn apart from the curve.</summary>
internal static class OverloadLine
{
    /// <summary>The legend's entry.</summary>
    public static LegendEntry Legend { get; } =
        new("overload, and back on the way down", -1, LineKind.Dashed, PointMark.Down);

    /// <summary>The line of a curve; null where it was not tried.</summary>
    public static Series? Of(CurveAnalysis curve, int style)
    {
        var tried = curve.Overload;
        if (tried.Outcome == OverloadOutcome.NotTested) return null;
        var back = Point(tried.Clients, tried.After) with { Mark = PointMark.Down, Note = "on the way down" };
        return new Series
        {
            Name = curve.Key.Model + ", overload",
            Style = style,
            Line = LineKind.Dashed,
            Points =
            [
                .. double.IsFinite(tried.After.Estimate) ? [back] : Array.Empty<DataPoint>(),
                Point(tried.OverloadClients, tried.During) with { Note = "overload" },
            ],
        };
    }

    private static DataPoint Point(int clients, Interval throughput) =>
        new(clients, throughput.Estimate) { Low = throughput.Low, High = throughput.High };
}
