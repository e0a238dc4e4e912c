using LoadHarness.Analysis.Ladders;
using LoadHarness.Contracts.Measuring;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Levels;

/// <summary>One visit of one level: the rows of all tables that belong together.</summary>
internal sealed record LevelVisit
{
    private const string TotalName = "total";

    public required RunKey Key { get; init; }

    /// <summary>The row named total, or the only one.</summary>
    public required LevelRow Total { get; init; }

    /// <summary>The rows by operation type; the only row when the stage has one type.</summary>
    public required IReadOnlyList<LevelRow> ByOperation { get; init; }

    public required IReadOnlyList<ClientRow> Clients { get; init; }

    public required IReadOnlyList<WindowRow> Windows { get; init; }

    public ResourceRow? Sut { get; init; }

    public ResourceRow? Generator { get; init; }

    public IReadOnlyDictionary<string, LatencyHistogram>? Histograms { get; init; }

    /// <summary>Of latency from due; null where the loop is closed.</summary>
    public IReadOnlyDictionary<string, LatencyHistogram>? DueHistograms { get; init; }

    public IEnumerable<WindowRow> KeptWindows => Windows.Where(w => w.State == WindowState.Kept);

    /// <summary>What the ladder needs.</summary>
    public LevelPoint ToPoint() => new(
        Key.Clients,
        Key.Phase,
        [.. KeptWindows.Where(w => w.Length_s > 0).Select(w => w.Operations / w.Length_s)],
        LevelValidity.Parse(Total.Validity));

    /// <summary>All visits of a run in the order in which it made them.</summary>
    public static IReadOnlyList<LevelVisit> Of(StoredRun run)
    {
        var clients = run.Clients.ToLookup(r => r.Key.Sequence);
        var windows = run.Windows.ToLookup(r => r.Key.Sequence);
        var resources = run.Resources.ToLookup(r => r.Key.Sequence);
        return
        [
            .. run.Levels.GroupBy(r => r.Key.Sequence).OrderBy(g => g.Key).Select(level => new LevelVisit
            {
                Key = level.First().Key,
                Total = level.FirstOrDefault(IsTotal) ?? level.First(),
                ByOperation = [.. level.Where(r => !IsTotal(r)).DefaultIfEmpty(level.First())],
                Clients = [.. clients[level.Key]],
                Windows = [.. windows[level.Key].OrderBy(w => w.Window)],
                Sut = Process(resources[level.Key], "sut"),
                Generator = Process(resources[level.Key], "generator"),
                Histograms = run.Histograms.GetValueOrDefault(level.Key),
                DueHistograms = run.DueHistograms.GetValueOrDefault(level.Key),
            }),
        ];
    }

    private static bool IsTotal(LevelRow row) => row.Operation.Equals(TotalName, StringComparison.Ordinal);

    private static ResourceRow? Process(IEnumerable<ResourceRow> rows, string name) =>
        rows.FirstOrDefault(r => r.Process.Equals(name, StringComparison.Ordinal));
}
