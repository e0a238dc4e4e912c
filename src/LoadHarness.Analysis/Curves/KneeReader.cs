using LoadHarness.Analysis.Laws;
using LoadHarness.Analysis.Levels;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Curves;

/// <summary>Reads where a curve turns.</summary>
internal static class KneeReader
{
    private const int FewestForShape = 3;

    /// <summary>All readings.</summary>
    public static KneeReadings Read(
        MeasuringRules rules, IReadOnlyList<LevelSummary> levels, Verdict verdict, LawReading? law) => new()
        {
            Plateau = verdict.Kind == VerdictKind.LevelsOut ? verdict.Clients : 0,
            Asymptotes = Asymptotes(rules, levels, verdict),
            Power = levels.Where(l => l.Latency.Mean_us > 0)
                .MaxBy(l => l.Throughput.Estimate / l.Latency.Mean_us)?.Clients ?? 0,
            Geometric = Geometric(levels),
            Law = law?.Choice.Best.Law.KneeClients ?? double.NaN,
            Breakdown = verdict.Kind == VerdictKind.Falls ? verdict.Clients : 0,
        };

    private static double Asymptotes(MeasuringRules rules, IReadOnlyList<LevelSummary> levels, Verdict verdict) =>
        levels.Count == 0 || verdict.Kind is not (VerdictKind.LevelsOut or VerdictKind.Falls)
            ? double.NaN
            : verdict.Capacity.Estimate * (levels[0].Latency.Mean_us + rules.ThinkTime_us) / 1e6;

    private static int Geometric(IReadOnlyList<LevelSummary> levels)
    {
        if (levels.Count < FewestForShape) return 0;
        var (first, last) = (levels[0], levels[^1]);
        var (low, high) = (levels.Min(l => l.Throughput.Estimate), levels.Max(l => l.Throughput.Estimate));
        if (!(high > low)) return 0;
        double Above(LevelSummary level) =>
            (level.Throughput.Estimate - low) / (high - low)
            - (double)(level.Clients - first.Clients) / (last.Clients - first.Clients);
        var best = levels.MaxBy(Above)!;
        return Above(best) > 0 ? best.Clients : 0;
    }
}
