using LoadHarness.Analysis.Findings;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Sentences;

/// <summary>Words whether a server grows through a long level.</summary>
internal static class StabilityWords
{
    private static readonly string[] _all = ["memory", "descriptors", "threads", "closed sockets"];
    private static readonly string[] _change = ["per_hour", "low", "high"];

    /// <summary>The answer for all models in one sentence; empty when no level was long enough.</summary>
    public static string Answer(IReadOnlyList<Finding> findings)
    {
        var parts = new List<string>();
        Add(FindingCode.GrowsOverTime, "grows");
        Add(FindingCode.SteadyOverTime, "stays as it is");
        Add(FindingCode.GrowthUndecided, "is not decided");
        return parts.Count == 0 ? "" : $"Over a long time: {string.Join("; ", parts)}.";

        void Add(FindingCode code, string words)
        {
            var models = findings.Where(finding => finding.Code == code).SelectMany(finding => finding.Subjects)
                .Select(subject => Words.Name(subject.Model)).Distinct(StringComparer.Ordinal).ToList();
            if (models.Count > 0) parts.Add($"what {Words.List(models)} holds {words}");
        }
    }

    public static string Steady(Finding f) =>
        $"{Phrase.Models(f)} stays as it is: {Span(f)}, {Growths(f, _all)}. All are within their bounds.";

    public static string Grows(Finding f) =>
        $"{Phrase.Models(f)} grows: {Span(f)}, {Growths(f, f.Notes)}. That is more than {Bounds(f)}.";

    public static string Undecided(Finding f) =>
        $"Whether {Phrase.Models(f)} grows is not decided: {Span(f)}, {Growths(f, f.Notes)}. The interval contains "
        + $"{Bounds(f)}; a longer level would tell.";

    private static string Span(Finding f) =>
        $"over {NumberText.Of(f.Number("length_s"), Quantity.Time_s)} at {Phrase.Clients(f, "clients")}";

    private static string Growths(Finding f, IReadOnlyList<string> names)
    {
        var known = names.Where(name => double.IsFinite(f.Number("per_hour", name))).ToList();
        if (known.Count == 0) return "nothing is known of what it holds";
        var still = known.FindAll(name => _change.All(number => f.Number(number, name) == 0));
        var parts = known.Except(still, StringComparer.Ordinal).Select(name =>
            $"its {name} {(IsMemory(name) ? "grows" : "grow")} by {Of(f, "per_hour", name)} an hour "
            + $"(95 % interval {Of(f, "low", name)} to {Of(f, "high", name)})").ToList();
        if (still.Count > 0)
            parts.Add($"its {Words.List(still)} {(still.TrueForAll(IsMemory) ? "stays" : "stay")} the same");
        return Words.List(parts);
    }

    private static bool IsMemory(string name) => string.Equals(name, _all[0], StringComparison.Ordinal);

    private static string Bounds(Finding f) => f.Notes.Count == 0 ? "the bound"
        : "the bound of " + Words.List([.. f.Notes.Select(name => $"{Of(f, "bound", name)} an hour for {name}")]);

    private static string Of(Finding f, string number, string name) =>
        IsMemory(name)
            ? NumberText.Of(f.Number(number, name), Quantity.Size_bytes)
            : NumberText.Digits(f.Number(number, name), 2);
}
