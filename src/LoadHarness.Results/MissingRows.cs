using System.Globalization;
using LoadHarness.Contracts.Measuring;
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
        var windows = run.Windows.ToLookup(row => (row.Key.Sequence, row.State));
        var clients = run.Clients.ToLookup(row => row.Key.Sequence);
        var resources = run.Resources.ToLookup(row => row.Key.Sequence);
        return new[]
        {
            Missing(run, Tables.Windows, level => Lacks(level, WindowState.Kept, level.KeptWindows)
                || Lacks(level, WindowState.Warmup, level.WarmupWindows)
                || Lacks(level, WindowState.Disturbed, level.DisturbedWindows)),
            Missing(run, Tables.Clients, level => clients[level.Key.Sequence].Count() < level.Key.Clients),
            Missing(run, Tables.Resources, level => !resources[level.Key.Sequence].Any()),
            Missing(run, Tables.Histogram, level => Recorded(run.Histograms, level) < level.Operations
                || (level.Open != OpenFigures.None && Recorded(run.DueHistograms, level) < level.Operations)),
        }.OfType<string>();

        bool Lacks(LevelRow level, WindowState state, int count) =>
            windows[(level.Key.Sequence, state)].Count() < count;
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
    private static long Recorded(
        IReadOnlyDictionary<int, IReadOnlyDictionary<string, LatencyHistogram>> histograms, LevelRow level)
    {
        if (!histograms.TryGetValue(level.Key.Sequence, out var byOperation)) return 0;
        return byOperation.TryGetValue(level.Operation, out var one)
            ? one.Count
            : byOperation.Values.Sum(histogram => histogram.Count);
    }
}
