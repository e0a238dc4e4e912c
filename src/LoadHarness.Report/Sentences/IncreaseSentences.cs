using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Levels;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>What the levels say about more clients: how far throughput grows, and at which price in latency.</summary>
internal static class IncreaseSentences
{
    /// <summary>Growth from which on throughput counts as grown.</summary>
    private const double Gain = 1.05;

    /// <summary>Two sentences about one stage, over all models; empty where no curve has two levels.</summary>
    public static string Of(ReportPart part, string stage)
    {
        var curves = part.Models.Select(model => part.Curve(model, stage)).OfType<CurveAnalysis>()
            .Where(curve => curve.Verdict.Kind != VerdictKind.Held)
            .Select(curve => (Name: Words.Name(curve.Key.Model), Levels: Served(curve)))
            .Where(curve => curve.Levels.Count > 1).ToList();
        if (curves.Count == 0) return "";
        var growth = string.Join("; ", curves.Select(curve => Growth(curve.Name, curve.Levels)));
        var latency = curves.Select(curve => Latency(curve.Name, curve.Levels)).Where(text => text.Length > 0).ToList();
        return latency.Count == 0
            ? Words.Stop(growth)
            : $"{Words.Stop(growth)} Median latency, of clients that wait for one another, goes {Words.List(latency)}.";
    }

    private static List<LevelSummary> Served(CurveAnalysis curve) =>
        [.. curve.Levels.Where(level => level.Throughput.Estimate > 0)];

    private static string Growth(string name, List<LevelSummary> levels)
    {
        var best = levels.MaxBy(level => level.Throughput.Estimate)!;
        var growth = best.Throughput.Estimate / levels[0].Throughput.Estimate;
        return growth < Gain
            ? $"{name} gains nothing from more clients than {NumberText.Count(levels[0].Clients)}"
            : $"{name} does up to {NumberText.Digits(growth, 2)} times as much as with "
            + $"{Words.Plural(levels[0].Clients, "client")} "
                + $"(at {NumberText.Count(best.Clients)})";
    }

    private static string Latency(string name, List<LevelSummary> levels)
    {
        var (from, to) = (levels[0].Latency.P50_us, levels[^1].Latency.P50_us);
        return double.IsFinite(from) && double.IsFinite(to)
            ? $"from {Words.Time(from)} to {Words.Time(to)} at {Words.Plural(levels[^1].Clients, "client")} with {name}"
            : "";
    }
}
