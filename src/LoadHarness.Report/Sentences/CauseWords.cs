using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Findings;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>Words who is the limit, the server or the load generator, where an experiment asked.</summary>
internal static class CauseWords
{
    /// <summary>Curves whose limit is shown to be the server.</summary>
    public static string ServerIsLimit(IReadOnlyList<Finding> findings) =>
        $"The server is shown to be the limit of {Words.List([.. findings.Select(f => Place(f) + Evidence(f))])}.";

    /// <summary>A curve of which it is not known.</summary>
    public static string Undecided(Finding f)
    {
        var unsound = f.Number("unsound_visits");
        var why = unsound > 0
            ? [$"{Words.Plural(unsound, "visit")} made to see it failed {(unsound > 1 ? "their" : "its")} checks"]
            : Signs(f, $"between {Words.Share(f.Number("lost_at_least_share"))} and {AtMost(f)}").ToList();
        return $"Whether the server or the load generator is the limit of {Place(f)} is undecided"
            + (why.Count == 0 ? "." : $": {Words.List(why)}.");
    }

    /// <summary>What a change of the generator cost or brought: for the sentence of a curve that it limits.</summary>
    public static IEnumerable<string> SignsOfClient(Finding f) => new[]
    {
        OfWork(f, $"at least {Words.Share(f.Number("lost_at_least_share"))}"), OfThread(f),
    }.Where(text => text.Length > 0);

    /// <summary>The end of the sentence that says where a curve levels out; empty when nobody asked.</summary>
    public static string Ending(Verdict verdict) => verdict.Limit switch
    {
        LimitKind.Server => "; the server is the limit",
        LimitKind.Undecided => "; whether the server or the load generator is the limit is undecided",
        _ => "",
    };

    /// <summary>The same in a table's few words.</summary>
    public static string Short(CurveAnalysis curve)
    {
        var cause = curve.Cause;
        return curve.Verdict.Limit switch
        {
            LimitKind.Server => "server" + ShortProof(cause),
            LimitKind.Client => "load generator" + (cause.Limit == LimitKind.Client ? ShortProof(cause) : ""),
            LimitKind.Undecided => "undecided",
            _ => NumberText.None,
        };
    }

    private static string ShortProof(CauseAnalysis cause) => cause.Proof switch
    {
        LimitProof.Ceiling => $" ({Words.Share(cause.CeilingShare)} of its ceiling)",
        LimitProof.ExtraWork => " (extra work)",
        LimitProof.MoreGenerators => " (one thread more)",
        _ => "",
    };

    private static string Place(Finding f) => $"{Phrase.Models(f)} at {Phrase.Clients(f, "clients")}";

    private static string Evidence(Finding f)
    {
        var signs = Signs(f, $"at most {AtMost(f)}").ToList();
        return signs.Count == 0 ? "" : $" ({Words.List(signs)})";
    }

    private static IEnumerable<string> Signs(Finding f, string bound) =>
        new[] { OfCeiling(f), OfWork(f, bound), OfThread(f) }.Where(text => text.Length > 0);

    private static string OfCeiling(Finding f)
    {
        var (ceiling, cpu) = (f.Number("ceiling_share"), f.Number("generator_cpu_share"));
        if (!double.IsFinite(ceiling)) return "";
        var busy = double.IsFinite(cpu) ? $", with {Words.Share(cpu)} of the generator's CPU in use" : "";
        return $"it does {Words.Share(ceiling)} of what a null server in its place does{busy}";
    }

    private static string OfWork(Finding f, string bound)
    {
        var (work, lost) = (f.Number("work_share"), f.Number("lost_share"));
        if (!double.IsFinite(work)) return "";
        var cost = lost >= 0 ? $"costs {Words.Share(lost)} of throughput" : "costs no throughput";
        return $"{Words.Share(work)} more work for the generator {cost}, {bound}, where a full generator loses "
            + Words.Share(work / (1 + work));
    }

    private static string AtMost(Finding f) => Words.Share(f.Number("lost_at_most_share"));

    private static string OfThread(Finding f)
    {
        var gain = f.Number("more_gain_share");
        return double.IsFinite(gain) ? $"one generator thread more brings {Words.Share(gain)}" : "";
    }
}
