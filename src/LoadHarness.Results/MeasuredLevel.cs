using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Results;

/// <summary>Everything one finished level adds to the run folder.</summary>
public sealed record MeasuredLevel
{
    /// <summary>
    /// Rows for levels.csv: one for each operation type, and one named <c>total</c> when there are several.
    /// </summary>
    public required IReadOnlyList<LevelRow> Levels { get; init; }

    /// <summary>Rows for clients.csv.</summary>
    public IReadOnlyList<ClientRow> Clients { get; init; } = [];

    /// <summary>Rows for windows.csv.</summary>
    public IReadOnlyList<WindowRow> Windows { get; init; } = [];

    /// <summary>Rows for resources.csv.</summary>
    public IReadOnlyList<ResourceRow> Resources { get; init; } = [];

    /// <summary>The row for histories.csv; null where nobody asked.</summary>
    public HistoryRow? History { get; init; }

    /// <summary>Rows for violations.csv.</summary>
    public IReadOnlyList<ViolationRow> Violations { get; init; } = [];

    /// <summary>Rows for samples.csv.</summary>
    public IReadOnlyList<SampleRow> Samples { get; init; } = [];

    /// <summary>Latency histograms over the kept windows, from when operations were sent, by operation type.</summary>
    public IReadOnlyDictionary<string, LatencyHistogram> Histograms { get; init; } =
        new Dictionary<string, LatencyHistogram>(StringComparer.Ordinal);

    /// <summary>The same from when operations were due; empty where the loop is closed.</summary>
    public IReadOnlyDictionary<string, LatencyHistogram> DueHistograms { get; init; } =
        new Dictionary<string, LatencyHistogram>(StringComparer.Ordinal);
}
