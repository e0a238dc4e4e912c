using LoadHarness.Results;

namespace LoadHarness.Report.Tables;

/// <summary>When levels with the same curve and clients were measured, one span for each visit.</summary>
/// <param name="Key">Stage and clients.</param>
/// <param name="Model">Server model.</param>
/// <param name="Start_s">Start of the first window, relative to the run's start.</param>
/// <param name="End_s">End of the last window.</param>
internal sealed record LevelSpan((string Stage, int Clients) Key, string Model, double Start_s, double End_s)
{
    /// <summary>The spans of a run, in order of time.</summary>
    public static IReadOnlyList<LevelSpan> Of(StoredRun run) =>
    [
        .. run.Windows.GroupBy(row => row.Key)
            .Select(level => new LevelSpan(
                (level.Key.Stage, level.Key.Clients),
                level.Key.Model,
                level.Min(row => row.Start_s),
                level.Max(row => row.Start_s + row.Length_s)))
            .OrderBy(span => span.Start_s),
    ];

    /// <summary>The level during which something of the same model began; null when it was between levels.</summary>
    public static LevelSpan? Find(IReadOnlyList<LevelSpan> spans, EventRow happened) => spans.FirstOrDefault(span =>
        string.Equals(span.Model, happened.Model, StringComparison.Ordinal)
        && happened.Time_s >= span.Start_s && happened.Time_s < span.End_s);
}
