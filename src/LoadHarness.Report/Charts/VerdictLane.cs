using LoadHarness.Analysis.Curves;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Charts;

/// <summary>The bar above a throughput panel that shows the verdict on a curve.</summary>
internal static class VerdictLane
{
    /// <summary>The lane of a curve.</summary>
    public static Lane Of(CurveAnalysis curve, int style)
    {
        var verdict = curve.Verdict;
        var (from, words) = verdict.Kind switch
        {
            VerdictKind.LevelsOut => (verdict.Clients, $"levels out at {Words.Plural(verdict.Clients, "client")}"),
            VerdictKind.Falls => (verdict.Clients, $"peak at {Words.Plural(verdict.Clients, "client")}, then falls"),
            VerdictKind.StillRising =>
                (double.NaN, $"still rising at {Words.Plural(verdict.HighestClients, "client")}"),
            VerdictKind.ClientLimited => (double.NaN, "limited by the load generator: at least this much"),
            VerdictKind.Held => (double.NaN, "held at fixed levels"),
            _ => (double.NaN, UndecidedText.Of(verdict.Cause)),
        };
        return new Lane(style, from, verdict.HighestClients, $"{curve.Key.Model}: {words}");
    }

    /// <summary>The capacity's interval over the levels of the plateau, or null without one.</summary>
    public static Band? Band(CurveAnalysis curve, int style)
    {
        var verdict = curve.Verdict;
        if (verdict.Kind != VerdictKind.LevelsOut || !verdict.Capacity.IsKnown) return null;
        return new Band(style, verdict.Clients, verdict.HighestClients, verdict.Capacity.Low, verdict.Capacity.High);
    }
}
