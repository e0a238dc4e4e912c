using LoadHarness.Analysis.Curves;
using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Charts;

/// <summary>The law that fits best, drawn over the levels it was fitted on and not beyond.</summary>
internal static class LawLine
{
    private const int Steps = 40;

    /// <summary>The legend's entry.</summary>
    public static LegendEntry Legend { get; } = new("law that fits best", -1, LineKind.Dotted, Mark: null);

    /// <summary>The line of a curve; null without a law.</summary>
    public static Series? Of(CurveAnalysis curve, int style) => curve.Law is not { } law ? null : new Series
    {
        Name = curve.Key.Model,
        Style = style,
        Line = LineKind.Dotted,
        Markers = false,
        Points = [.. Clients(law.FromClients, law.ToClients)
            .Select(n => new DataPoint(n, law.Choice.Best.Law.Throughput_per_s(n)))],
    };

    private static IEnumerable<double> Clients(double from, double to) => Enumerable.Range(0, Steps + 1)
        .Select(step => from * Math.Pow(to / from, (double)step / Steps));
}
