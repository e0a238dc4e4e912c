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
            + $"{(kinds.Count == 0 ? "their kinds are unknown" : Words.List(kinds))}{first}."
            + Phrase.Notes(f, "An example: ");
    }

    /// <summary>First how many, then one clause for each objection with all models it is about.</summary>
    public static string LevelsNotValid(IReadOnlyList<Finding> findings)
    {
        var counts = findings.Select(f =>
            $"{Phrase.Models(f)} {Grades(f)} of {Words.Plural(f.Number("all_levels"), "level")}");
        var reasons = findings.SelectMany(f => f.Notes.Select(note => (Objection: ObjectionWords.Of(note), Curve: f)))
            .GroupBy(one => one.Objection.Meaning, StringComparer.Ordinal)
            .Select(same => $"{same.Key} ({string.Join("; ", same.Select(one => Where(one.Curve, one.Objection)))})");
        return $"Checks of the levels: {string.Join("; ", counts)}." + Phrase.Notes(reasons, "Why: ");
    }

    public static string RunInterrupted(Finding f) =>
        $"The run did not finish: it spent {Seconds(f.Number("spent_s"))} of the {Seconds(f.Number("planned_s"))} "
            + "planned. "
            + "What was complete is reported." + Phrase.Notes(f, "State: ");

    public static string NoisyStarts(IReadOnlyList<Finding> findings)
    {
        var models = findings.Select(f => $"{Phrase.Models(f)} by {Words.Share(f.Number("cv"))} over "
            + Words.Plural(f.Number("starts"), "start"));
        return $"Throughput varies from start to start of the server by more than 5 % (coefficient of variation): "
            + $"{Words.List([.. models])}. Take {(findings.Count == 1 ? "this capacity" : "these capacities")} with "
            + "care.";
    }

    public static string SingleStart(Finding f) =>
        $"{Words.Plural(f.Number("curves"), "capacity")} {(f.Number("curves") == 1 ? "rests" : "rest")} on a single "
            + "start of the server: the interval does not say how much restarts differ.";

    public static string DamagedFiles(Finding f) => "Files of the run are damaged." + Phrase.Notes(f, "In detail: ");

    private static string Grades(Finding f)
    {
        var (invalid, suspect) = (f.Number("invalid_levels"), f.Number("suspect_levels"));
        var parts = new List<string>();
        if (invalid > 0) parts.Add($"{NumberText.Count((long)invalid)} failed");
        if (suspect > 0) parts.Add($"{NumberText.Count((long)suspect)} near a limit");
        return parts.Count == 0 ? "some failed" : Words.List(parts);
    }

    private static string Where(Finding f, Objection objection) =>
        objection.Clients.Length == 0 ? Phrase.Models(f) : $"{Phrase.Models(f)} at {objection.Clients}";

    private static string Seconds(double value_s) => NumberText.Of(value_s, Quantity.Time_s);
}
