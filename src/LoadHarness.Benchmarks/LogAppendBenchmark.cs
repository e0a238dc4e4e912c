using System.Buffers;
using System.Net;
using System.Text;
using BenchmarkDotNet.Attributes;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Experiments.Dialects;
using LoadHarness.Workloads.HashTable;

namespace LoadHarness.Benchmarks;

/// <summary>What an insert costs when its log record is written out (and synced) with a group of others.</summary>
public class LogAppendBenchmark
{
    private const int Keys = 1024;

    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly byte[][] _requests = [.. Enumerable.Range(0, Keys).Select(Request)];

    private string _folder = string.Empty;
    private IService _service = null!;
    private IConnectionHandler _connection = null!;
    private int _next;

    /// <summary>Inserts that share one flush: the clients served in one turn of an event loop.</summary>
    [Params(1, 16, 64)]
    public int Group { get; set; }

    /// <summary>When the log is synced; none keeps no log at all.</summary>
    [Params("always", "never", "none")]
    public string Flush { get; set; } = "always";

    /// <summary>Starts the service in a folder of its own.</summary>
    [GlobalSetup]
    public void Start()
    {
        _folder = Directory.CreateTempSubdirectory("loadharness-log-").FullName;
        var isInMemory = string.Equals(Flush, "none", StringComparison.Ordinal);
        var given = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["data"] = isInMemory ? "none" : _folder,
            ["flush"] = isInMemory ? "never" : Flush,
            ["compact-after"] = "1000000",
        };
        var workload = new HashTableWorkload(DialectFiles.Default);
        var settings = WorkloadSettings.Create(workload.Options, given, []);
        _service = workload.CreateService(settings, SilentEventSink.Instance);
        _connection = _service.Connect(new IPEndPoint(IPAddress.Loopback, 1));
    }

    /// <summary>Removes the folder.</summary>
    [GlobalCleanup]
    public void Stop()
    {
        _service.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>One group of inserts and its flush.</summary>
    [Benchmark]
    public int InsertGroup()
    {
        _output.ResetWrittenCount();
        for (var i = 0; i < Group; i++) _connection.Receive(_requests[_next++ % Keys], end: false, _output);
        _service.Durable?.Flush();
        return _output.WrittenCount;
    }

    private static byte[] Request(int number)
    {
        var value = $"{{\"weight\":{100_000 + number},\"name\":\"abcdefghijklmnopqrstuvwxyz\"}}";
        return Encoding.ASCII.GetBytes($"{{\"method\":\"insert\",\"key\":\"k{number}\",\"value\":{value}}}\n");
    }
}
