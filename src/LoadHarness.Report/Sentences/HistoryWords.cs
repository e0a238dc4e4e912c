using LoadHarness.Analysis.Findings;
using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Sentences;

/// <summary>Words whether what clients saw can come from one thing done after the other.</summary>
internal static class HistoryWords
{
    /// <summary>What is checked, in words for everybody.</summary>
    public const string Meaning =
        "At these levels all clients inserted, looked up and removed the same few keys, every insert with a value of "
        + "its own, and every operation was recorded with the moments of its request and its answer. The history of a "
        + "key is linearizable when each operation can be given one moment between the two so that all answers are "
        + "right: then nobody saw a value that had been replaced, nothing that was answered is lost, and nothing that "
        + "was removed comes back. Operations whose answer never came may have happened at any time after their "
        + "request, or not at all.";

    /// <summary>The answer for all models in one sentence; empty when nothing was checked.</summary>
    public static string Answer(IReadOnlyList<Finding> findings)
    {
        var parts = new List<string>();
        Add(FindingCode.NotLinearizable, "is not linearizable on");
        Add(FindingCode.Linearizable, "is linearizable on");
        Add(FindingCode.LinearizabilityUndecided, "is not decided on");
        return parts.Count == 0 ? "" : $"Correct under load: what clients saw {string.Join("; it ", parts)}.";

        void Add(FindingCode code, string words)
        {
            var models = findings.Where(finding => finding.Code == code).SelectMany(finding => finding.Subjects)
                .Select(subject => Words.Name(subject.Model)).Distinct(StringComparer.Ordinal).ToList();
            if (models.Count > 0) parts.Add($"{words} {Words.List(models)}");
        }
    }

    public static string Linearizable(Finding f)
    {
        var later = f.Number("unchecked") > 0
            ? $" {Words.Plural(f.Number("unchecked"), "later operation")} found no room and "
                + $"{(f.Number("unchecked") > 1 ? "were" : "was")} not checked."
            : "";
        return $"What clients saw of {Phrase.Models(f)} is linearizable at {Levels(f)}: "
            + $"{Words.Plural(f.Number("operations"), "operation")} on {Words.Plural(f.Number("keys"), "key")} were "
            + $"checked, up to {NumberText.Count((long)f.Number("most_at_once"))} of them at the same time on one key."
            + later;
    }

    public static string NotLinearizable(Finding f) =>
        $"{Phrase.Models(f)} answered wrongly: at {NumberText.Count((long)f.Number("violated_levels"))} of "
        + $"{Levels(f)}, first with {Phrase.Clients(f, "first_clients")}, no order of the operations explains what "
        + $"clients saw. {string.Join(" ", f.Notes.Select(Rule))}".TrimEnd();

    public static string Undecided(Finding f) =>
        $"Whether what clients saw of {Phrase.Models(f)} is linearizable could not be found out at "
        + $"{NumberText.Count((long)f.Number("undecided_levels"))} of {Levels(f)}: too many operations overlapped.";

    /// <summary>One sentence on what some operations show.</summary>
    /// <param name="operations">Those of one level.</param>
    /// <param name="violation">The word for it.</param>
    public static string Story(IReadOnlyList<ViolationRow> operations, string violation)
    {
        var last = operations.MaxBy(row => double.IsNaN(row.Return_us) ? double.PositiveInfinity : row.Return_us)!;
        var key = Words.Name(operations[0].TableKey);
        return $"Key {key} with {Words.Plural(operations[0].Key.Clients, "client")}: {Rule(violation)} "
            + $"These {Words.Plural(operations.Count, "operation")} alone show it; the one that was answered last is "
            + $"client {NumberText.Count(last.Client)}'s {Did(last)}.";
    }

    /// <summary>What an operation did, with the value.</summary>
    public static string Did(ViolationRow row) => row.Operation switch
    {
        "write" => $"insert of value {Value(row)}",
        "remove" when double.IsNaN(row.Return_us) => "remove without an answer",
        "remove" when row.Value == 0 => "remove, which did not find the key",
        "remove" => $"remove, which took value {Value(row)} away",
        _ when row.Value == 0 => "lookup, which did not find the key",
        _ => $"lookup, which saw value {Value(row)}",
    };

    private static string Rule(string violation) => violation switch
    {
        "never-written" => "A value was seen that nobody had written.",
        "before-written" => "A value was seen before its insert began.",
        "removed-twice" => "A value was taken away twice, though it was written once.",
        "after-removed" => "A value was seen after its removal had been answered.",
        "replaced" => "A value was seen although another one had taken its place.",
        "missed" => "A key was not found although its insert had been answered and nothing had taken it away.",
        _ => "The answers contradict each other.",
    };

    private static string Levels(Finding f) => Words.Plural(f.Number("levels"), "level");

    private static string Value(ViolationRow row) => NumberText.Count(row.Value);
}
