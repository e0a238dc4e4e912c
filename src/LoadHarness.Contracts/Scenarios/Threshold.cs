namespace LoadHarness.Contracts.Scenarios;

/// <summary>
/// What a run has to reach. Stands in the scenario and, copied, in the manifest, so that a stored run can be judged
/// again. Every limit that is set has to hold.
/// </summary>
public sealed record Threshold
{
    /// <summary>The stage it is about; empty = all.</summary>
    public string Stage { get; init; } = "";

    /// <summary>The model it is about; empty = all.</summary>
    public string Model { get; init; } = "";

    /// <summary>Least capacity, operations/s.</summary>
    public double? MinCapacity_per_s { get; init; }

    /// <summary>Longest 99th percentile of latency, ms.</summary>
    public double? MaxP99_ms { get; init; }

    /// <summary>
    /// Level at which latency is judged, clients: the lowest level measured with at least so many; 0 = at the capacity.
    /// </summary>
    public int AtClients { get; init; }

    /// <summary>Most operations that may fail, as a share of all at all levels.</summary>
    public double? MaxErrorShare { get; init; }

    /// <summary>Folder of a run than which nothing may be slower; empty = none.</summary>
    public string Baseline { get; init; } = "";

    /// <summary>Practical margin of the comparison with the baseline, as a share.</summary>
    public double Margin { get; init; } = 0.05;
}
