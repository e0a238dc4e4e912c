using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Findings;
using LoadHarness.Analysis.Levels;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>What the levels say about the individual client.</summary>
internal static class ClientSentences
{
    /// <summary>Jain's index from which clients count as served evenly.</summary>
    private const double Even = 0.99;

    /// <summary>Sentences about one stage, over all models; empty without data.</summary>
    public static string Of(ReportPart part, string stage)
    {
        var curves = part.Models.Select(model => part.Curve(model, stage)).OfType<CurveAnalysis>().Where(HasClients)
            .ToList();
        if (curves.Count == 0) return "";
        return string.Join(" ",
            [.. Shares(curves), .. Fairness(part, curves)]);
    }

    /// <summary>Of held clients it is known what each gets: one operation in its pause.</summary>
    private static bool HasClients(CurveAnalysis curve) =>
        curve.Verdict.Kind != VerdictKind.Held && LevelsOf(curve).Count > 0;

    private static List<LevelSummary> LevelsOf(CurveAnalysis curve) =>
        [.. curve.Levels.Where(level => level.PerClient.Max_per_s > 0)];

    /// <summary>
    /// What the median client gets at the lowest and the highest level of each curve: one sentence for each number of
    /// clients.
    /// </summary>
    private static IEnumerable<string> Shares(List<CurveAnalysis> curves) => curves
        .SelectMany(curve => new[] { LevelsOf(curve)[0], LevelsOf(curve)[^1] }.DistinctBy(level => level.Clients)
            .Select(level => (Name: Words.Name(curve.Key.Model), Level: level)))
        .GroupBy(share => share.Level.Clients)
        .OrderBy(group => group.Key)
        .Select(group => $"{Who(group.Key)} gets {Words.List([.. group.Select(Share)])}.");

    private static string Share((string Name, LevelSummary Level) share) =>
        $"{NumberText.Prefixed(share.Level.PerClient.Median_per_s)} operations/s from {share.Name}";

    private static string Who(int clients) =>
        clients == 1 ? "A client alone" : $"The median one of {NumberText.Count(clients)} clients";

    private static IEnumerable<string> Fairness(ReportPart part, List<CurveAnalysis> curves)
    {
        var unfair = part.Findings.Where(finding => finding.Code == FindingCode.UnfairClients)
            .SelectMany(finding => finding.Subjects).ToHashSet();
        var worst = curves.Where(curve => !unfair.Contains(curve.Key))
            .Select(curve => (Name: Words.Name(curve.Key.Model), Level: Worst(curve)))
            .Where(curve => curve.Level is not null).ToList();
        var even = worst.Where(curve => curve.Level!.PerClient.Jain >= Even).ToList();
        if (even.Count > 0)
        {
            var least = even.Min(curve => curve.Level!.PerClient.Jain);
            yield return $"{Words.List([.. even.Select(curve => curve.Name)])} "
                + $"{(even.Count == 1 ? "serves" : "serve")} clients evenly: "
                + $"Jain's index is at least {NumberText.Plain(Math.Floor(least * 1000) / 1000, 3)} at every level.";
        }

        foreach (var (name, level) in worst.Except(even))
        {
            yield return $"{name} serves them unevenly: Jain's index goes down to "
                + $"{NumberText.Digits(level!.PerClient.Jain, 2)} "
                + $"at {Words.Plural(level.Clients, "client")}.";
        }
    }

    private static LevelSummary? Worst(CurveAnalysis curve) =>
        curve.Levels.Where(level => level.Clients > 1 && level.PerClient.Jain > 0).MinBy(level => level.PerClient.Jain);
}
