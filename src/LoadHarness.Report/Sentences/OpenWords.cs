using LoadHarness.Analysis.Findings;
using LoadHarness.Analysis.OpenLoop;
using LoadHarness.Analysis.Windows;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Sentences;

/// <summary>Words what latency is at a load that does not wait for answers.</summary>
internal static class OpenWords
{
    public static string LatencyAtLoad(Finding f)
    {
        var text = $"{Phrase.Models(f)} at {Load(f, "from_")}: half of the operations are answered within "
            + $"{Words.Time(f.Number("from_p50_us"))} of when they were due{Tail(f, "from_p99_us", ", 99 % within ")}";
        if (f.Number("rate_per_s") > f.Number("from_rate_per_s"))
            text += $"; at {Load(f, "")}: {Words.Time(f.Number("p50_us"))}{Tail(f, "p99_us", " and ")}";
        return $"{text}.{Growth(f)}";
    }

    public static string RateNotReached(Finding f) =>
        $"{Words.Plural(f.Number("rates"), "rate")} offered to {Phrase.Models(f)} "
        + $"{(f.Number("rates") > 1 ? "were" : "was")} not reached, the lowest {Load(f, "")}: "
        + $"{Words.Share(f.Number("sent_share"))} of the operations that were due were sent. Latency there does not "
        + "tell of such a rate.";

    /// <summary>The answer of a workload to which rates alone were offered: one item for each stage.</summary>
    public static IReadOnlyList<ListItem> Answers(ReportPart part) =>
    [
        .. part.Open.GroupBy(curve => curve.Key.Stage, StringComparer.Ordinal)
            .Select(stage => new ListItem(stage.Key, string.Join(" ", stage.Select(Answer)))),
    ];

    /// <summary>How the operations of a run were due, and what became of those that found no free connection.</summary>
    public static string Conditions(IReadOnlyList<OpenCurve> curves, MeasuringRules rules)
    {
        var gaps = rules.Open is { } open ? Name(open.Arrivals) : "unknown";
        var busy = rules.Open?.WhenBusy == BusyPolicy.Drop
            ? "was dropped and counted, and is in no latency"
            : "waited for one, and its latency counts that";
        var connections = curves.SelectMany(curve => curve.Levels).Select(level => level.Connections).ToList();
        var (fewest, most) = (connections.Min(), connections.Max());
        var shared = fewest == most
            ? Words.Plural(most, "connection")
            : $"{NumberText.Count(fewest)} to {Words.Plural(most, "connection")}";
        return $"Operations were due by the clock, with {gaps} gaps, whether or not earlier ones had been answered, "
            + $"and shared {shared}; one that found none free {busy}. Latency counts from when an operation was due: "
            + "that is what users feel who come by themselves. From when it was sent, it leaves out the wait before. "
            + "Latencies over clients, in the other sections, are those of clients that wait for one another: at "
            + "saturation no user would feel those.";
    }

    /// <summary>How rates are chosen and offered.</summary>
    public static string Rule(OpenSetup open)
    {
        var rates = open.ReplacesClients
            ? $"{Words.List([.. open.Rates_per_s.Select(rate => NumberText.Prefixed(rate))])} operations/s, given in "
                + "advance"
            : $"{Words.List([.. open.Ladder.Select(share => Words.Share(share))])} of the capacity that the ladder of "
                + "the same start found";
        return $"{rates}. Operations are due by the clock (open loop), with {Name(open.Arrivals)} gaps. A level aims "
            + $"at {NumberText.Count(WindowPolicy.OpenOperations)} operations; its first two windows do not count. The "
            + "rate is reached when 99 % of the operations due were sent.";
    }

    private static string Answer(OpenCurve curve)
    {
        var name = Words.Name(curve.Key.Model);
        if (curve.Levels.LastOrDefault(level => level.Counts) is not { } level)
            return $"{name} reached none of the rates offered.";
        var latency = level.FromDue;
        var tail = double.IsFinite(latency.P99.Estimate) ? $", 99 % within {Words.Time(latency.P99.Estimate)}" : "";
        return $"{name} at {Words.Rate(level.Rate_per_s)}: half of the operations are answered within "
            + $"{Words.Time(latency.P50.Estimate)} of when they were due{tail}.";
    }

    private static string Growth(Finding f)
    {
        if (double.IsFinite(f.Number("doubled_rate_per_s")))
            return $" The 99th percentile has doubled at {Load(f, "doubled_")}.";
        return f.Number("p99_us") < 2 * f.Number("from_p99_us") && f.Number("rate_per_s") > f.Number("from_rate_per_s")
            ? " The 99th percentile stays below twice its first value."
            : "";
    }

    private static string Name(Arrivals arrivals) => arrivals == Arrivals.Constant ? "equal" : "random (Poisson)";

    /// <summary>A rate as a share of the capacity, where that is known.</summary>
    private static string Load(Finding f, string which)
    {
        var (share, rate) = (f.Number(which + "share"), Words.Rate(f.Number(which + "rate_per_s")));
        if (!double.IsFinite(share)) return rate;
        var bound = f.Notes.Count > 0 ? "what it does at least" : "its capacity";
        return $"{Words.Share(share)} of {bound} ({rate})";
    }

    private static string Tail(Finding f, string name, string lead) =>
        double.IsFinite(f.Number(name)) ? lead + Words.Time(f.Number(name)) : "";
}
