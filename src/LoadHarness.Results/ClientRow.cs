namespace LoadHarness.Results;

/// <summary>One virtual client at one level: a row of clients.csv, over the kept windows.</summary>
public sealed record ClientRow
{
    /// <summary>Which level.</summary>
    public required RunKey Key { get; init; }

    /// <summary>0 … clients − 1.</summary>
    public int Client { get; init; }

    /// <summary>Correct operations.</summary>
    public long Operations { get; init; }

    /// <summary>Operations that ended in any other way.</summary>
    public long Errors { get; init; }

    /// <summary>Correct operations per second.</summary>
    public double Throughput_per_s { get; init; }

    /// <summary>Mean latency, µs; NaN without a correct operation.</summary>
    public double LatencyMean_us { get; init; }

    /// <summary>Longest latency, µs.</summary>
    public double LatencyMax_us { get; init; }
}
