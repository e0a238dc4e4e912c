using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Tables;

/// <summary>What was checked of each model, all its levels together.</summary>
internal static class HistoryTable
{
    /// <summary>Builds the table.</summary>
    public static ReportTable Of(IReadOnlyList<HistoryRow> rows) => ReportTable.Of(
        rows.GroupBy(row => (row.Key.Model, row.Key.Stage)).Select(levels => levels.ToList()),
        new("Stage", false, levels => levels[0].Key.Stage),
        new("Model", false, levels => Words.Name(levels[0].Key.Model)),
        new("Levels", true, levels => NumberText.Count(levels.Count)),
        new("Clients", false, Clients),
        new("Operations checked", true, levels => NumberText.Count(levels.Sum(row => row.Operations))),
        new("Not checked", true, levels => NumberText.Count(levels.Sum(row => row.Unchecked))),
        new("Without answer", true, levels => NumberText.Count(levels.Sum(row => row.Unanswered))),
        new("Most at once on a key", true, levels => NumberText.Count(levels.Max(row => row.MostAtOnce))),
        new("Longest operation", true, levels => Words.Time(levels.Max(row => row.Longest_us))),
        new("Linearizable", false, Verdict));

    private static string Clients(List<HistoryRow> levels)
    {
        var (fewest, most) = (levels.Min(row => row.Key.Clients), levels.Max(row => row.Key.Clients));
        return fewest == most ? NumberText.Count(most) : $"{NumberText.Count(fewest)} – {NumberText.Count(most)}";
    }

    private static string Verdict(List<HistoryRow> levels)
    {
        var violated = levels.Count(row => row.State == HistoryState.Violated);
        if (violated > 0) return $"no, at {Words.Plural(violated, "level")}";
        return levels.Exists(row => row.State == HistoryState.Undecided) ? "undecided" : "yes";
    }
}
