using LoadHarness.Analysis.Findings;
using LoadHarness.Analysis.Laws;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>Words which laws throughput follows: what stands out, and the rest is in <c>LawTable</c>.</summary>
internal static class LawWords
{
    /// <summary>Typical distance of levels from a law from which on no law is said to fit. A choice of ours.</summary>
    public const double Poor = 0.05;

    /// <summary>The laws of one piece of work.</summary>
    public static string LawsChosen(IReadOnlyList<Finding> findings)
    {
        var fitting = findings.Where(f => KindOf(f) is not null && !IsPoor(f)).ToList();
        return string.Join(" ", new[]
        {
            Clear([.. fitting.Where(IsClear)]),
            Falling([.. fitting.Where(f => IsClear(f) && KindOf(f) == LawKind.Universal)]),
            Open([.. fitting.Where(f => !IsClear(f))]),
            Unfit([.. findings.Where(f => KindOf(f) is not null && IsPoor(f))]),
            Unknown([.. findings.Where(f => KindOf(f) is null)]),
        }.Where(text => text.Length > 0));
    }

    /// <summary>A law in a table's few words.</summary>
    public static string Short(LawKind kind) => kind switch
    {
        LawKind.Hinge => "hinge",
        LawKind.SmoothHinge => "rounded hinge",
        LawKind.Contention => "contention",
        _ => "universal",
    };

    private static LawKind? KindOf(Finding f) =>
        f.Notes.Count > 0 && Enum.TryParse<LawKind>(f.Notes[0], out var kind) ? kind : null;

    private static bool IsPoor(Finding f) => f.Number("residual_share") >= Poor;

    private static bool IsClear(Finding f) => f.Notes.Count < 2;

    private static string Clear(IReadOnlyList<Finding> findings)
    {
        var laws = findings.GroupBy(KindOf).OrderBy(law => law.Key)
            .Select((law, i) => $"{(i == 0 ? "Throughput of" : "that of")} {Phrase.Models([.. law])} follows "
                + Name(law.Key));
        return findings.Count == 0 ? "" : Words.Stop(string.Join("; ", laws));
    }

    private static string Falling(IReadOnlyList<Finding> findings) => findings.Count == 0 ? "" : Words.Stop(
        "By that law throughput is highest "
        + Words.List([.. findings.Select(f => $"at {NumberText.Plain(f.Number("knee_clients"), 0)} clients with "
            + Phrase.Models(f))])
        + " and falls behind");

    private static string Open(IReadOnlyList<Finding> findings) => findings.Count == 0 ? ""
        : $"Which of several laws {Phrase.Models(findings)} {(findings.Count == 1 ? "follows" : "follow")} is not "
            + "decided.";

    private static string Unfit(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0) return "";
        var (least, most) = (findings.Min(f => f.Number("residual_share")), findings.Max(
            f => f.Number("residual_share")));
        var distance = findings.Count == 1 ? Words.Share(most) : $"{Words.Share(least)} to {Words.Share(most)}";
        return $"No law fits {Phrase.Models(findings)}: levels lie {distance} from the best of four.";
    }

    private static string Unknown(IReadOnlyList<Finding> findings) => findings.Count == 0 ? ""
        : $"Which law {Phrase.Models(findings)} {(findings.Count == 1 ? "follows" : "follow")} is not known.";

    private static string Name(LawKind? kind) => kind switch
    {
        LawKind.Hinge => "a hinge: in step with the clients up to a hard limit, then level",
        LawKind.SmoothHinge => "a hinge with a rounded corner",
        LawKind.Contention => "the law of contention: a part of each operation is done one at a time",
        _ => "the universal scalability law: besides waiting for one another, clients cost each other time",
    };
}
