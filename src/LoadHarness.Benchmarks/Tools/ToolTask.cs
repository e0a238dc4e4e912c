using System.Net;

namespace LoadHarness.Benchmarks.Tools;

/// <summary>What a load tool is to do.</summary>
internal sealed record ToolTask
{
    /// <summary>Where the server listens.</summary>
    public required IPEndPoint Target { get; init; }

    /// <summary>Connections, each with one request or batch outstanding.</summary>
    public required int Connections { get; init; }

    /// <summary>Requests of a batch, ≥ 1.</summary>
    public int Pipeline { get; init; } = 1;

    /// <summary>Time from the tool's start to the span that counts, s.</summary>
    public required double WarmUp_s { get; init; }

    /// <summary>Length of the span, s.</summary>
    public required double Length_s { get; init; }

    /// <summary>Requests/s to be expected, for tools that are told a number of requests.</summary>
    public double ExpectedRate_per_s { get; init; } = 100_000;

    /// <summary>Requests that surely last until the span is over.</summary>
    public long EnoughRequests => (long)(ExpectedRate_per_s * 1.2 * (WarmUp_s + Length_s + 0.5)) + 1;

    /// <summary>Whole seconds that surely last until the span is over.</summary>
    public int EnoughSeconds => (int)Math.Ceiling(WarmUp_s + Length_s + 0.5);
}
