using LoadHarness.Analysis.Findings;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>Words what limits trust in the numbers.</summary>
internal static class TrustWords
{
    private static readonly (string Name, string Noun)[] _errors =
    [
        ("wrong_answers", "wrong answer"), ("connect_errors", "failed connect"), ("refused", "refused connect"),
        ("resets", "connection reset"), ("timeouts", "timeout"),
    ];

    public static string DisturbedWindows(Finding f)
    {
        var count = f.Number("disturbed_windows");
        return $"{NumberText.Count((long)count)} of {Words.Plural(f.Number("all_windows"), "window")} "
            + $"({Words.Share(f.Number("share"))}) "
            + $"{(count == 1 ? "was" : "were")} dropped because others used the machine.";
    }

    public static string ErrorsSeen(Finding f)
    {
        var kinds = _errors.Where(kind => f.Number(kind.Name) > 0)
            .Select(kind => Words.Plural(f.Number(kind.Name), kind.Noun)).ToList();
        var first = double.IsFinite(f.Number("first_clients")) ? $", first at {Phrase.Clients(f, "first_clients")}"
            : "";
        return $"Operations of {Phrase.Models(f)} failed: "
            + $"{(kinds.Count == 0 ? "their kinds are unknown" : Words.List(kinds))}{first}.";
    }

    public static string LevelsNotValid(Finding f)
    {
        var (invalid, suspect) = (f.Number("invalid_levels"), f.Number("suspect_levels"));
        var parts = new List<string>();
        if (invalid > 0) parts.Add(
            $"{NumberText.Count((long)invalid)} failed {(invalid == 1 ? "its" : "their")} checks");
        if (suspect > 0) parts.Add($"{NumberText.Count((long)suspect)} {(suspect == 1 ? "is" : "are")} near a limit");
        return $"Of {Words.Plural(f.Number("all_levels"), "level")} of {Phrase.Models(f)} "
            + Words.Stop(parts.Count == 0 ? "some failed their checks" : Words.List(parts))
            + Phrase.Notes(f.Notes.Select(ObjectionWords.Of), "Why: ");
    }

    public static string RunInterrupted(Finding f) =>
        $"The run did not finish: it spent {Seconds(f.Number("spent_s"))} of the {Seconds(f.Number("planned_s"))} "
            + "planned. "
            + "What was complete is reported." + Phrase.Notes(f, "State: ");

    public static string NoisyStarts(Finding f) =>
        $"The throughput of {Phrase.Models(f)} varies by {Words.Share(f.Number("cv"))} (coefficient of variation) over "
        + $"{Words.Plural(f.Number("starts"), "start")} of the server: more than 5 %, so take its capacity with care.";

    public static string SingleStart(Finding f) =>
        $"{Words.Plural(f.Number("curves"), "capacity")} {(f.Number("curves") == 1 ? "rests" : "rest")} on a single "
            + "start of the server: the interval does not say how much restarts differ.";

    public static string DamagedFiles(Finding f) => "Files of the run are damaged." + Phrase.Notes(f, "In detail: ");

    private static string Seconds(double value_s) => NumberText.Of(value_s, Quantity.Time_s);
}
