using System.Globalization;
using LoadHarness.Results.Columns;

namespace LoadHarness.Results;

/// <summary>
/// Rows that a finished level must have and that are not there: a file that was cut between two lines looks whole, and
/// what is left of it says something else than what was measured.
/// </summary>
internal static class MissingRows
{
    /// <summary>One line for each file that lacks rows.</summary>
    public static IEnumerable<string> Of(StoredRun run)
    {
        var windows = run.Windows.Where(row => row.State == WindowState.Kept).ToLookup(row => row.Key.Sequence);
        var clients = run.Clients.ToLookup(row => row.Key.Sequence);
        var resources = run.Resources.ToLookup(row => row.Key.Sequence);
        return new[]
        {
            Missing(run, Tables.Windows, level => windows[level.Key.Sequence].Count() < level.KeptWindows),
            Missing(run, Tables.Clients, level => clients[level.Key.Sequence].Count() < level.Key.Clients),
            Missing(run, Tables.Resources, level => !resources[level.Key.Sequence].Any()),
            Missing(run, Tables.Histogram, level => Recorded(run, level) < level.Operations),
        }.OfType<string>();
    }

    private static string? Missing<TRow>(StoredRun run, Table<TRow> table, Func<LevelRow, bool> isMissing)
    {
        var levels = run.Levels.Where(isMissing).Select(level => level.Key.Sequence).Distinct().ToList();
        return levels.Count == 0 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{RunFolder.FileOf(run.Folder, table)}: rows are missing of {levels.Count} levels, first of level "
                + $"{levels[0]}");
    }

    /// <summary>Operations in the histograms of the row's type, of all types for the row that sums them.</summary>
    private static long Recorded(StoredRun run, LevelRow level)
    {
        if (!run.Histograms.TryGetValue(level.Key.Sequence, out var byOperation)) return 0;
        return byOperation.TryGetValue(level.Operation, out var one)
            ? one.Count
            : byOperation.Values.Sum(histogram => histogram.Count);
    }
}
