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
            + CapacityWords.WithInterval(Phrase.Capacity(f)));
        return $"{Words.List([.. curves])}. {Phrase.Basis(findings)}";
    }

    public static string Falls(Finding f) =>
        $"{Phrase.Models(f)} peaks at {Phrase.Clients(f, "clients")} with {CapacityWords.Rate(Phrase.Capacity(f))} and "
            + "falls behind the peak: "
            + $"at {Phrase.Clients(f, "highest_clients")} it does {Words.Rate(f.Number("last_per_s"))}, "
            + $"{Words.Share(f.Number("drop_share"))} less.";

    public static string StillRising(Finding f) =>
        $"{Phrase.Models(f)} still rises at {Phrase.Clients(f, "clients")}, the highest level tried: it does "
        + $"{CapacityWords.Rate(Phrase.Capacity(f))} there{GainOf(f)}.";

    public static string ClientLimited(IReadOnlyList<Finding> findings)
    {
        var curves = findings.Select(f => $"{Phrase.Models(f)} does {CapacityWords.AtLeast(Phrase.Capacity(f))}, seen "
            + $"at {Phrase.Clients(f, "clients")}{SignsOf(f)}");
        return $"{string.Join("; ", curves)}. The load generator was the limit there, so "
            + $"{(findings.Count == 1 ? "the server" : "these servers")} may be able to do more.";
    }

    public static string Undecided(IReadOnlyList<Finding> findings) => string.Join(" ", findings
        .GroupBy(f => Phrase.Notes(f, "Reason: "), StringComparer.Ordinal)
        .Select(same => $"There is no verdict on {Phrase.Models([.. same])}.{same.Key}{BestOf([.. same])}"));

    private static string BestOf(IReadOnlyList<Finding> findings)
    {
        var seen = findings.Where(f => f.Number("capacity_per_s") > 0)
            .Select(f => $"{Phrase.Models(f)} {CapacityWords.Rate(Phrase.Capacity(f))}, of levels up to "
                + Phrase.Clients(f, "highest_clients")).ToList();
        return seen.Count == 0 ? "" : $" The best level seen: {string.Join("; ", seen)}.";
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
        if (double.IsFinite(cpu)) signs.Add($"the generator's CPU {Words.Share(cpu)} busy");
        if (double.IsFinite(outstanding))
            signs.Add($"clients with an operation outstanding {Words.Share(outstanding)} of the time");
        signs.AddRange(CauseWords.SignsOfClient(f));
        return signs.Count == 0 ? "" : " (" + string.Join(", ", signs) + ")";
    }
}
