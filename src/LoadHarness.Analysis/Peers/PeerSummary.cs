namespace LoadHarness.Analysis.Peers;

/// <summary>One tool in one cell: medians over its rounds; NaN where a tool does not tell.</summary>
public sealed record PeerSummary
{
    /// <summary>The cell.</summary>
    public required PeerCell Cell { get; init; }

    /// <summary>The tool.</summary>
    public required string Tool { get; init; }

    /// <summary>Rounds.</summary>
    public required int Rounds { get; init; }

    /// <summary>Requests for each second of the tool's CPU time.</summary>
    public required double PerGeneratorCpu_s { get; init; }

    /// <summary>Requests/s as the server counted them.</summary>
    public required double Throughput_per_s { get; init; }

    /// <summary>Share of one CPU that the tool used.</summary>
    public required double GeneratorShare { get; init; }

    /// <summary>Mean latency as the tool reports it, µs.</summary>
    public required double Mean_us { get; init; }

    /// <summary>Median latency as the tool reports it, µs.</summary>
    public required double P50_us { get; init; }

    /// <summary>Latency that 99 % did not exceed as the tool reports it, µs.</summary>
    public required double P99_us { get; init; }

    /// <summary>Outstanding requests over throughput, µs: what the mean latency is by Little's law.</summary>
    public required double Little_us { get; init; }

    /// <summary>
    /// Reported mean × reported throughput / outstanding requests − 1, the round farthest from 0: what is missing is
    /// time in which a request was outstanding and the tool did not count it.
    /// </summary>
    public required double LittleResidual { get; init; }

    /// <summary>Mean time from arrival to answer as the server measured it, µs.</summary>
    public required double ServedMean_us { get; init; }

    /// <summary>Failed requests of all rounds; −1 when the tool tells of none.</summary>
    public required long Errors { get; init; }
}
