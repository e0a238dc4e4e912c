using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Results;

/// <summary>A run folder, read.</summary>
public sealed record StoredRun
{
    /// <summary>Path of the folder.</summary>
    public required string Folder { get; init; }

    /// <summary>What the run was.</summary>
    public required RunManifest Manifest { get; init; }

    /// <summary>levels.csv, in the order of the file.</summary>
    public IReadOnlyList<LevelRow> Levels { get; init; } = [];

    /// <summary>clients.csv.</summary>
    public IReadOnlyList<ClientRow> Clients { get; init; } = [];

    /// <summary>windows.csv.</summary>
    public IReadOnlyList<WindowRow> Windows { get; init; } = [];

    /// <summary>resources.csv.</summary>
    public IReadOnlyList<ResourceRow> Resources { get; init; } = [];

    /// <summary>events.csv.</summary>
    public IReadOnlyList<EventRow> Events { get; init; } = [];

    /// <summary>samples.csv; empty where nothing is known of the SUT, and in runs of earlier versions.</summary>
    public IReadOnlyList<SampleRow> Samples { get; init; } = [];

    /// <summary>peers.csv; empty for a run that compares no load tools.</summary>
    public IReadOnlyList<PeerRow> Peers { get; init; } = [];

    /// <summary>histories.csv; empty for a run whose histories were not checked.</summary>
    public IReadOnlyList<HistoryRow> Histories { get; init; } = [];

    /// <summary>violations.csv; empty without a contradiction.</summary>
    public IReadOnlyList<ViolationRow> Violations { get; init; } = [];

    /// <summary>connections.csv; empty for a run that holds no connections for their own sake.</summary>
    public IReadOnlyList<ConnectionRow> Connections { get; init; } = [];

    /// <summary>Histograms of latency from send by <see cref="RunKey.Sequence"/>, then by operation type.</summary>
    public IReadOnlyDictionary<int, IReadOnlyDictionary<string, LatencyHistogram>> Histograms { get; init; } =
        new Dictionary<int, IReadOnlyDictionary<string, LatencyHistogram>>();

    /// <summary>The same for latency from when operations were due: of levels of an open loop.</summary>
    public IReadOnlyDictionary<int, IReadOnlyDictionary<string, LatencyHistogram>> DueHistograms { get; init; } =
        new Dictionary<int, IReadOnlyDictionary<string, LatencyHistogram>>();

    /// <summary>
    /// What was wrong with the files but did not hinder reading, one line each (a half-written last line…).
    /// </summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
