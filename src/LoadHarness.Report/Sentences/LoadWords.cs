using LoadHarness.Analysis.Findings;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>Words what happens to clients and to costs as clients increase.</summary>
internal static class LoadWords
{
    public static string UnfairClients(Finding f)
    {
        var starved = f.Number("starved_clients");
        var text = $"{Phrase.Models(f)} serves clients unevenly: at {Phrase.Clients(f, "clients")} Jain's index is "
            + $"{NumberText.Digits(f.Number("jain"), 2)}, the slowest client gets {Words.Rate(f.Number("min_per_s"))} "
            + "and the fastest "
            + Words.Rate(f.Number("max_per_s"));
        return starved > 0 ? $"{text}; {Words.Plural(starved, "client")} got no answer at all." : text + ".";
    }

    public static string LatencyGrows(IReadOnlyList<Finding> findings)
    {
        var curves = findings.Select(
            f => $"{Phrase.Models(f)} from {Words.Time(f.Number("from_mean_us"))} at "
                + $"{Phrase.Clients(f, "from_clients")} "
                + $"to {Words.Time(f.Number("to_mean_us"))} at {NumberText.Count((long)f.Number("to_clients"))}, "
                + $"{Pace(f.Number("exponent"))}");
        return $"Once throughput is level, clients only wait longer. Mean latency grows with "
            + $"{string.Join("; with ", curves)}.";
    }

    public static string OverheadRising(IReadOnlyList<Finding> findings) =>
        $"CPU time per operation grows with more clients, which is overhead: "
            + $"{Steps(findings, "growth_share", "more")}."
            + string.Concat(findings.Select(Counter));

    public static string WakeUpsAmortised(IReadOnlyList<Finding> findings) =>
        "CPU time per operation falls with more clients, because a wake-up of the server then serves several "
            + "operations: "
            + $"{Steps(findings, "saved_share", "less")}.";

    public static string GroupCommit(IReadOnlyList<Finding> findings)
    {
        var curves = findings.Select(
            f => $"with {Phrase.Models(f)} {NumberText.Digits(f.Number("from_operations_per_flush"), 2)} per flush "
            + $"at {Phrase.Clients(f, "from_clients")} and {NumberText.Digits(f.Number("to_operations_per_flush"), 2)} "
            + $"at {NumberText.Count((long)f.Number("to_clients"))}");
        return $"Operations share flushes of the log: {string.Join("; ", curves)}.";
    }

    private static string Counter(Finding f)
    {
        var (from, to) = (f.Number("counter_from"), f.Number("counter_to"));
        if (f.Notes is not [var name] || !double.IsFinite(to)) return "";
        var noun = name switch
        {
            "voluntary_switches" => "its waits (context switches)",
            "involuntary_switches" => "how often it is pushed off its CPU",
            "lock_contentions" => "its waits for locks",
            "page_faults" => "its page faults",
            "allocated_bytes" => "the bytes it allocates",
            _ => Words.Name(name),
        };
        return $" What grows fastest with it in {Phrase.Models(f)}: {noun}, from {NumberText.Digits(from, 2)} to "
            + $"{NumberText.Digits(to, 2)} per operation.";
    }

    private static string Steps(IReadOnlyList<Finding> findings, string share, string word) =>
        string.Join("; ", findings.Select(f =>
        $"with {Phrase.Models(f)} from {Words.Time(f.Number("from_cpu_us"))} at {Phrase.Clients(f, "from_clients")} "
        + $"to {Words.Time(f.Number("to_cpu_us"))} at {NumberText.Count((long)f.Number("to_clients"))}, "
        + $"{Words.Share(f.Number(share))} {word}"));

    /// <summary>How latency grows beside the clients.</summary>
    /// <param name="exponent">1 = in proportion.</param>
    /// <param name="ends">What is to be said behind the exponent, with its comma; empty for nothing.</param>
    internal static string Pace(double exponent, string ends = "") => exponent switch
    {
        < 0.85 => $"more slowly than the clients (exponent {NumberText.Plain(exponent, 2)}{ends})",
        > 1.15 => $"faster than the clients (exponent {NumberText.Plain(exponent, 2)}{ends})",
        >= 0.85 and <= 1.15 => $"in proportion to the clients (exponent {NumberText.Plain(exponent, 2)}{ends})",
        _ => "with the clients",
    };
}
