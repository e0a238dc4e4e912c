using BenchmarkDotNet.Attributes;
using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Benchmarks.Measuring;

/// <summary>Time at the close of a window: one histogram added to another, and one percentile asked for.</summary>
public class HistogramMerge
{
    private readonly LatencyHistogram _window = new();
    private readonly LatencyHistogram _level = new();

    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++) _window.Record((long)(50_000 * Math.Pow(50, random.NextDouble())));
        _level.Add(_window);
    }

    [Benchmark]
    public void Add() => _level.Add(_window);

    [Benchmark]
    public long Percentile99() => _window.ValueAtQuantile_ns(0.99);
}
