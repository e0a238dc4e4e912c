using BenchmarkDotNet.Attributes;
using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Benchmarks.Measuring;

/// <summary>Time to record one latency.</summary>
public class HistogramRecord
{
    private const int Values = 4096;

    private readonly LatencyHistogram _histogram = new();
    private readonly long[] _latencies = new long[Values];

    /// <summary>Ratio between the largest and the smallest latency: how much of the histogram is touched.</summary>
    [Params(2, 50)]
    public int Spread { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        var random = new Random(1);
        for (var i = 0; i < Values; i++) _latencies[i] = (long)(50_000 * Math.Pow(Spread, random.NextDouble()));
        _histogram.Reserve();
    }

    [Benchmark(OperationsPerInvoke = Values)]
    public void Record()
    {
        foreach (var latency in _latencies) _histogram.Record(latency);
    }
}
