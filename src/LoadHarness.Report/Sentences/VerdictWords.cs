using LoadHarness.Analysis.Findings;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>Words the verdicts on curves.</summary>
internal static class VerdictWords
{
    public static string LevelsOut(IReadOnlyList<Finding> findings)
    {
        var curves = findings.Select(
            (f, i) => $"{Phrase.Models(f)} {(i == 0 ? "levels out " : "")}at {Phrase.Clients(f, "clients")} with "
            + $"{Words.Rate(f.Number("capacity_per_s"))} "
            + $"{Phrase.IntervalOf(f, "capacity_per_s", "low_per_s", "high_per_s")}");
        return $"{Words.List([.. curves])}. {Phrase.Basis(findings)}";
    }

    public static string Falls(Finding f) =>
        $"{Phrase.Models(f)} peaks at {Phrase.Clients(f, "clients")} with {Words.Rate(f.Number("peak_per_s"))} and "
            + "falls behind the peak: "
            + $"at {Phrase.Clients(f, "highest_clients")} it does {Words.Rate(f.Number("last_per_s"))}, "
            + $"{Words.Share(f.Number("drop_share"))} less.";

    public static string StillRising(Finding f) =>
        $"{Phrase.Models(f)} still rises at {Phrase.Clients(f, "clients")}, the highest level tried: it does "
        + $"{Words.Rate(f.Number("throughput_per_s"))} there{GainOf(f)}.";

    public static string ClientLimited(Finding f) =>
        $"{Phrase.Models(f)} does at least {Words.Rate(f.Number("at_least_per_s"))}, seen at "
            + $"{Phrase.Clients(f, "clients")}; "
            + $"the load generator was the limit there{SignsOf(f)}, so the server may be able to do more.";

    public static string Undecided(Finding f)
    {
        var best = f.Number("best_per_s");
        var seen = double.IsFinite(best) && best > 0
            ? $" The best level seen did {Words.Rate(best)}; levels went up to {Phrase.Clients(f, "highest_clients")}."
            : "";
        return $"For {Phrase.Models(f)} there is no verdict." + Phrase.Notes(f, "Reason: ") + seen;
    }

    private static string GainOf(Finding f)
    {
        var gain = f.Number("gain_share");
        return double.IsFinite(gain) ? $", and its last step brought {Words.Share(gain)} more" : "";
    }

    private static string SignsOf(Finding f)
    {
        var signs = new List<string>();
        var (cpu, outstanding) = (f.Number("generator_cpu_share"), f.Number("outstanding_share"));
        if (double.IsFinite(cpu)) signs.Add($"its CPU was {Words.Share(cpu)} busy");
        if (double.IsFinite(outstanding))
            signs.Add($"a client had an operation outstanding {Words.Share(outstanding)} of the time");
        signs.AddRange(CauseWords.SignsOfClient(f));
        return signs.Count == 0 ? "" : " (" + Words.List(signs) + ")";
    }
}
