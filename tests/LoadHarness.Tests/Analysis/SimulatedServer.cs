using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis;

/// <summary>The truth about a made-up server.</summary>
internal sealed record SimulatedServer(string Model, Func<int, double> Throughput_per_s)
{
    public string Workload { get; init; } = "hashtable";

    public string Stage { get; init; } = "insert";

    public double Cv { get; init; } = 0.02;

    public Func<int, LevelValidity> Validity { get; init; } = _ => LevelValidity.Valid;

    /// <summary>CPU per operation, µs, by clients.</summary>
    public Func<int, double> Cpu_us { get; init; } = _ => 50;

    public Func<int, double> FlushesPerOperation { get; init; } = _ => 0;

    public double Flush_us { get; init; }

    public bool ServesOne { get; init; }

    public long Timeouts { get; init; }

    /// <summary>What else it uses, by clients.</summary>
    public Func<ResourceRow, int, ResourceRow> Using { get; init; } = (row, _) => row;
}
