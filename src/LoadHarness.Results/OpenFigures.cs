namespace LoadHarness.Results;

/// <summary>
/// What a level of an open loop has beside the figures of every level, over the kept windows. Latencies here count from
/// when an operation was due; those of <see cref="LevelRow"/> count from when it was sent.
/// </summary>
public sealed record OpenFigures
{
    /// <summary>Of a level whose loop is closed: nothing is known.</summary>
    public static OpenFigures None { get; } = new();

    /// <summary>Operations due per second as asked for; NaN where the loop is closed.</summary>
    public double RequestedRate_per_s { get; init; } = double.NaN;

    /// <summary>How they are due: <c>constant</c> or <c>poisson</c>; empty where the loop is closed.</summary>
    public string Arrivals { get; init; } = "";

    /// <summary>What becomes of one that finds all connections busy: <c>queue</c> or <c>drop</c>.</summary>
    public string WhenBusy { get; init; } = "";

    /// <summary>Operations that became due.</summary>
    public long Due { get; init; }

    /// <summary>Operations sent.</summary>
    public long Sent { get; init; }

    /// <summary>Operations sent per second.</summary>
    public double SentRate_per_s { get; init; } = double.NaN;

    /// <summary>Of the sent ones: more than 1 ms after they were due.</summary>
    public long Late { get; init; }

    /// <summary>Of the sent ones: those that waited for a connection to become free.</summary>
    public long Queued { get; init; }

    /// <summary>Operations not sent since no connection was free.</summary>
    public long Dropped { get; init; }

    /// <summary>Most operations that were due and not yet sent at the end of a window.</summary>
    public long Waiting { get; init; }

    /// <summary>Time from due to sent, µs; NaN where there are too few values beyond it.</summary>
    public double SendLagP50_us { get; init; } = double.NaN;

    /// <summary>See <see cref="SendLagP50_us"/>.</summary>
    public double SendLagP99_us { get; init; } = double.NaN;

    /// <summary>Longest time from due to sent, µs.</summary>
    public double SendLagMax_us { get; init; } = double.NaN;

    /// <summary>The generator's own part of the time from due to sent, without waiting for a connection, µs.</summary>
    public double OwnLagP50_us { get; init; } = double.NaN;

    /// <summary>See <see cref="OwnLagP50_us"/>.</summary>
    public double OwnLagP99_us { get; init; } = double.NaN;

    /// <summary>Mean latency from due, µs.</summary>
    public double LatencyMean_us { get; init; } = double.NaN;

    /// <summary>Percentiles of latency from due, µs; NaN where there are too few samples beyond them.</summary>
    public double LatencyP50_us { get; init; } = double.NaN;

    /// <summary>See <see cref="LatencyP50_us"/>.</summary>
    public double LatencyP90_us { get; init; } = double.NaN;

    /// <summary>See <see cref="LatencyP50_us"/>.</summary>
    public double LatencyP95_us { get; init; } = double.NaN;

    /// <summary>See <see cref="LatencyP50_us"/>.</summary>
    public double LatencyP99_us { get; init; } = double.NaN;

    /// <summary>See <see cref="LatencyP50_us"/>.</summary>
    public double LatencyP999_us { get; init; } = double.NaN;

    /// <summary>Longest latency from due, µs.</summary>
    public double LatencyMax_us { get; init; } = double.NaN;

    /// <summary>
    /// Half width of the 95 % interval of the median from batches of windows, µs; NaN with too few windows.
    /// </summary>
    public double LatencyP50HalfWidth_us { get; init; } = double.NaN;

    /// <summary>See <see cref="LatencyP50HalfWidth_us"/>.</summary>
    public double LatencyP95HalfWidth_us { get; init; } = double.NaN;

    /// <summary>See <see cref="LatencyP50HalfWidth_us"/>.</summary>
    public double LatencyP99HalfWidth_us { get; init; } = double.NaN;

    /// <summary>Operations sent as a share of those due; NaN when none was due.</summary>
    public double SentShare => Due > 0 ? (double)Sent / Due : double.NaN;
}
