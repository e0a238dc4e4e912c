using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Tables;

/// <summary>
/// What happened during the run (checkpoints, replays, cut log ends, pauses), summed by kind, curve and level.
/// </summary>
internal static class EventsTable
{
    private const string Decision = "decision";

    /// <summary>Builds the table; without rows when nothing happened.</summary>
    public static ReportTable Of(StoredRun run)
    {
        var levels = LevelSpan.Of(run);
        var kinds = run.Events.Where(row => !string.Equals(row.Kind, Decision, StringComparison.Ordinal))
            .GroupBy(row => (row.Kind, row.Model, Level: LevelSpan.Find(levels, row)?.Key))
            .OrderBy(group => group.Key.Kind, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Model, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Level?.Stage, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Level?.Clients);
        return ReportTable.Of(
            kinds,
            new("Event", false, group => Words.Name(group.Key.Kind)),
            new("Model", false, group => group.Key.Model.Length > 0 ? Words.Name(group.Key.Model) : NumberText.None),
            new("Operation", false, group => group.Key.Level?.Stage ?? "between levels"),
            new("Clients", true, group => group.Key.Level is { } level
                ? NumberText.Count(level.Clients) : NumberText.None),
            new("Times", true, group => NumberText.Count(group.Count())),
            new("Sum of durations", true, group => Length(group.Sum(row => row.Length_ms))),
            new("Longest", true, group => Length(group.Max(row => row.Length_ms))));
    }

    private static string Length(double length_ms) =>
        length_ms > 0 ? NumberText.Of(length_ms / 1000, Quantity.Time_s) : NumberText.None;
}
