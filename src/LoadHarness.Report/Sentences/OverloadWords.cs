using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Findings;
using LoadHarness.Analysis.Overloads;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>Words what overload does, and whether a server comes back from it.</summary>
internal static class OverloadWords
{
    /// <summary>Curves that hold.</summary>
    public static string Holds(IReadOnlyList<Finding> findings) =>
        $"Overload does no harm: {string.Join("; ", findings.Select(f => $"{Place(f)} {During(f)}{Latency(f)}"))}.";

    /// <summary>A curve that falls.</summary>
    public static string Falls(Finding f) =>
        $"Under overload {Phrase.Models(f)} does less: {Place(f)} {During(f)}{Latency(f)}."
        + Phrase.Notes(f, "Objections: ");

    /// <summary>Curves that come back.</summary>
    public static string Recovers(IReadOnlyList<Finding> findings) =>
        $"After the overload {Phrase.Models(findings)} {(Models(findings) == 1 ? "does" : "do")} again what "
        + $"{(Models(findings) == 1 ? "it" : "they")} did before: "
        + $"{string.Join("; ", findings.Select(f => $"{Phrase.Models(f)} {Back(f)}"))}.";

    /// <summary>A curve that does not.</summary>
    public static string DoesNotRecover(Finding f) =>
        $"{Phrase.Models(f)} does not recover from overload: {Back(f)} on the way down, with "
        + $"{Phrase.Clients(f, "clients")} again." + Phrase.Notes(f, "Objections: ");

    /// <summary>A question that stays open.</summary>
    public static string Undecided(Finding f) => double.IsFinite(f.Number("after_per_s"))
        ? $"Whether {Phrase.Models(f)} recovers from overload is undecided: {Back(f)}."
            + Phrase.Notes(f, "Objections: ")
        : $"What overload does to {Phrase.Models(f)} is undecided: {Place(f)} {During(f)}."
            + Phrase.Notes(f, "Objections: ");

    /// <summary>Both answers in a table's few words.</summary>
    public static string Short(CurveAnalysis curve)
    {
        var tried = curve.Overload;
        if (tried.Outcome == OverloadOutcome.NotTested) return NumberText.None;
        var change = Words.Share(Math.Abs(Math.Exp(tried.Change.Mean) - 1));
        var text = tried.Outcome switch
        {
            OverloadOutcome.Holds => "holds",
            OverloadOutcome.Falls => tried.Change.Mean < 0 ? $"falls by {change}" : "operations fail",
            _ => "undecided",
        };
        var back = tried.Recovery switch
        {
            RecoveryOutcome.Recovers => "; recovers",
            RecoveryOutcome.StaysLower => "; does not recover",
            RecoveryOutcome.Undecided => "; way back undecided",
            _ => "",
        };
        return $"{text} at {NumberText.Count(tried.OverloadClients)}{back}";
    }

    private static int Models(IReadOnlyList<Finding> findings) =>
        findings.SelectMany(f => f.Subjects).Select(subject => subject.Model).Distinct(StringComparer.Ordinal).Count();

    private static string Place(Finding f) =>
        $"with {Phrase.Clients(f, "overload_clients")} in place of {Count(f, "clients")} {Phrase.Models(f)}";

    private static string During(Finding f) =>
        $"does {Words.Rate(f.Number("overload_per_s"))} in place of {Words.Rate(f.Number("before_per_s"))} "
        + $"({Change(f)})";

    private static string Back(Finding f) =>
        $"{Words.Rate(f.Number("after_per_s"))} after {Phrase.Clients(f, "overload_clients")}, "
        + $"{Words.Rate(f.Number("before_per_s"))} before ({Change(f)})";

    private static string Change(Finding f)
    {
        var (low, high) = (f.Number("change_low_share"), f.Number("change_high_share"));
        var text = Signed(f.Number("change_share"));
        return double.IsFinite(low) && double.IsFinite(high)
            ? $"{text}, 90 % interval {Signed(low)} to {Signed(high)}"
            : text;
    }

    private static string Signed(double share) => (share > 0 ? "+" : "") + Words.Share(share);

    private static string Latency(Finding f)
    {
        var (exponent, low, high) = (f.Number("exponent"), f.Number("exponent_low"), f.Number("exponent_high"));
        if (!double.IsFinite(exponent)) return "";
        var ends = double.IsFinite(low) && double.IsFinite(high)
            ? $", 95 % interval {NumberText.Plain(low, 2)} to {NumberText.Plain(high, 2)}"
            : "";
        return $", and latency grows {LoadWords.Pace(exponent, ends)}";
    }

    private static string Count(Finding f, string name) =>
        double.IsFinite(f.Number(name)) ? NumberText.Count((long)f.Number(name)) : NumberText.None;
}
