using System.Buffers;
using BenchmarkDotNet.Attributes;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Image;

namespace LoadHarness.Benchmarks.Image;

/// <summary>Time of a virtual client for one image: all are checked, one in k is decoded too.</summary>
[MemoryDiagnoser]
public class ImageChecking
{
    private readonly byte[] _file = ImageSamples.File();
    private readonly ArrayBufferWriter<byte> _request = new();
    private IVirtualClient _client = null!;

    [Params(1, 50, 1_000_000)]
    public int CheckEvery { get; set; }

    [GlobalSetup]
    public void MakeClient()
    {
        var workload = new ImageWorkload();
        var given = new Dictionary<string, string>(StringComparer.Ordinal) { ["check-every"] = $"{CheckEvery}" };
        var settings = WorkloadSettings.Create(workload.Options, given, []);
        _client = workload.CreatePopulation(settings, "download", PopulationShare.Whole, seed: 1).CreateClient(0);
    }

    [Benchmark]
    public ClientStep Check()
    {
        _client.Begin(Purpose.Measure, _request);
        return _client.Receive(_file, end: true, _request);
    }
}
