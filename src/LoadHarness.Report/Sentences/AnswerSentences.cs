using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Comparing;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Findings;
using LoadHarness.Analysis.Holding;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>The answer of one workload in one item for each stage.</summary>
internal static class AnswerSentences
{
    /// <summary>One item for each stage, in the order measured.</summary>
    public static IReadOnlyList<ListItem> Of(ReportPart part) =>
        [.. part.Stages.Select(stage => new ListItem(stage, Stage(part, stage)))];

    private static string Stage(ReportPart part, string stage)
    {
        var compared = part.Comparisons.Where(c => string.Equals(c.Curve.Stage, stage, StringComparison.Ordinal))
            .ToList();
        var best = compared.Find(c => c.Verdict == ComparisonVerdict.Best);
        if (best is null || part.Curve(best.Curve.Model, stage) is not { } curve)
            return string.Join(" ",
                part.Models.Select(model => part.Curve(model, stage)).OfType<CurveAnalysis>()
                    .Select(one => Curve(part, one)));
        var standings = compared
            .Select(one => (Curve: part.Curve(one.Curve.Model, stage), Comparison: one))
            .Where(one => one.Curve is not null)
            .Select(one => new ModelStanding(one.Curve!, one.Comparison, Cost: null)).ToList();
        return string.Join(" ", StandingGroups.Of(standings).Prepend(Curve(part, curve)));
    }

    private static string Curve(ReportPart part, CurveAnalysis curve) =>
        Verdict(curve) + Reason(part, curve) + Ceiling(part, curve);

    /// <summary>Why throughput goes no higher, where it does not.</summary>
    private static string Reason(ReportPart part, CurveAnalysis curve)
    {
        if (curve.Verdict.Kind is not (VerdictKind.LevelsOut or VerdictKind.Falls)) return "";
        if (part.Findings.Any(f => f.Code == FindingCode.Unexplained && f.Subjects.Contains(curve.Key)))
            return " Nothing that was measured explains why.";
        var limit = VerdictText.Limit(part, curve.Key);
        return string.Equals(limit, NumberText.None, StringComparison.Ordinal) ? "" : $" What limits it: {limit}.";
    }

    /// <summary>
    /// Where the load generator was, or may have been, the limit: what the server's own CPU allows bounds the capacity
    /// from above (the utilisation law, METHOD.md B.8).
    /// </summary>
    private static string Ceiling(ReportPart part, CurveAnalysis curve)
    {
        if (curve.Verdict.Limit is not (LimitKind.Client or LimitKind.Undecided)) return "";
        var bound = part.Findings.FirstOrDefault(
            f => f.Code == FindingCode.SutCpuBound && f.Subjects.Contains(curve.Key));
        return bound is null
            ? ""
            : $" The CPU of {Words.Name(curve.Key.Model)} was {Words.Share(bound.Number("sut_cpu_share"))} busy, "
                + $"too: with {Words.Time(bound.Number("cpu_per_operation_us"))} of it for an operation, "
                + $"{Words.Rate(bound.Number("ceiling_per_s"))} would be the most.";
    }

    private static string Verdict(CurveAnalysis curve)
    {
        var (name, verdict) = (Words.Name(curve.Key.Model), curve.Verdict);
        var rate = CapacityWords.Rate(verdict.Capacity);
        return verdict.Kind switch
        {
            VerdictKind.LevelsOut =>
                $"{name} levels out at {Words.Plural(verdict.Clients, "client")} with {rate}"
                + $"{CauseWords.Ending(verdict)}.",
            VerdictKind.Falls => $"{name} peaks at {Words.Plural(verdict.Clients, "client")} with {rate} and falls "
                + $"beyond{CauseWords.Ending(verdict)}.",
            VerdictKind.StillRising =>
                $"{name} still rises at {Words.Plural(verdict.HighestClients, "client")}, where it does {rate}.",
            VerdictKind.Held => Held(name, curve),
            VerdictKind.ClientLimited =>
                $"{name} does {CapacityWords.AtLeast(verdict.Capacity)}; the load generator was the limit.",
            _ => $"{name} is {UndecidedText.Of(verdict.Cause)}"
                + (double.IsFinite(verdict.Capacity.Estimate) ? $"; its best level did {rate}." : "."),
        };
    }

    private static string Held(string name, CurveAnalysis curve)
    {
        var cost = HoldCost.Of(curve.Levels);
        var text = HoldWords.PerClient(cost.Memory_bytes, cost.Threads);
        var clients = cost.ToClients > 0 ? cost.ToClients : curve.Verdict.Clients;
        var more = clients < curve.Verdict.Clients
            ? $" (of {NumberText.Count(curve.Verdict.Clients)} not all were connected)" : "";
        return $"{name} holds {Words.Plural(clients, "waiting client")}{more}"
            + (text.Length == 0 ? "." : $"; each costs it {text}.");
    }
}
