namespace LoadHarness.Results;

/// <summary>
/// What one load tool did in one round against one server: a row of peers.csv. All tools are measured the same way,
/// from outside: the server counts the operations, and CPU time is that of the tool's whole process, both in a span
/// that begins after the tool's start and warm-up.
/// </summary>
public sealed record PeerRow
{
    /// <summary>The server, e.g. <c>redis</c> or <c>nginx</c>.</summary>
    public required string Server { get; init; }

    /// <summary>The tool, e.g. <c>wrk</c>, or <c>loadharness/epoll</c>: this program on that network loop.</summary>
    public required string Tool { get; init; }

    /// <summary>Connections, each with one request, or one batch of requests, outstanding.</summary>
    public int Connections { get; init; }

    /// <summary>Requests of a batch, ≥ 1.</summary>
    public int Pipeline { get; init; } = 1;

    /// <summary>0, 1, 2…; tools of the same round ran one after the other and are compared.</summary>
    public int Round { get; init; }

    /// <summary>Length of the span, s.</summary>
    public double Length_s { get; init; }

    /// <summary>Requests that the server counted in the span.</summary>
    public long Operations { get; init; }

    /// <summary>CPU time of the tool in the span, s.</summary>
    public double GeneratorCpu_s { get; init; }

    /// <summary>CPU time of the server in the span, s.</summary>
    public double ServerCpu_s { get; init; }

    /// <summary>CPU time of everybody else in the span as a share of the machine's, 0 … 1; NaN when unknown.</summary>
    public double OtherCpuShare { get; init; } = double.NaN;

    /// <summary>Throughput that the tool reports, requests/s; NaN when it does not.</summary>
    public double ReportedThroughput_per_s { get; init; } = double.NaN;

    /// <summary>Mean latency that the tool reports, µs; NaN when it does not.</summary>
    public double ReportedMean_us { get; init; } = double.NaN;

    /// <summary>Median latency that the tool reports, µs; NaN when it does not.</summary>
    public double ReportedP50_us { get; init; } = double.NaN;

    /// <summary>Latency that the tool reports as not exceeded by 99 %, µs; NaN when it does not.</summary>
    public double ReportedP99_us { get; init; } = double.NaN;

    /// <summary>Failed requests that the tool reports; −1 when it does not.</summary>
    public long Errors { get; init; } = -1;

    /// <summary>Delay that the server puts before every answer on purpose, µs; 0 for none.</summary>
    public double Delay_us { get; init; }

    /// <summary>
    /// Mean time between a request's arrival and its answer as the server itself measured it, µs; NaN when unknown.
    /// </summary>
    public double ServedMean_us { get; init; } = double.NaN;
}
