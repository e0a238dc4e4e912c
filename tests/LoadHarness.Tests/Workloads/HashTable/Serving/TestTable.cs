using System.Net;
using LoadHarness.Contracts.Serving;
using LoadHarness.Experiments.Dialects;
using LoadHarness.Workloads.HashTable.Serving;
using LoadHarness.Workloads.HashTable.Storage;

namespace LoadHarness.Tests.Workloads.HashTable.Serving;

/// <summary>A service in memory and its connections.</summary>
internal sealed class TestTable : IDisposable
{
    private readonly TableOperations _operations;

    public TestTable(
        ServingLimits? limits = null, TimeProvider? time = null, TableStore? store = null, IEventSink? sink = null,
        string dialect = "newline")
    {
        Store = store ?? TableStore.InMemory();
        _operations = new TableOperations(
            Store, DialectFiles.Default.Find(dialect, [])!,
            limits ?? new ServingLimits(), sink ?? SilentEventSink.Instance, time ?? new StoppedTime());
        Service = new HashTableService(_operations);
    }

    public TableStore Store { get; }

    public HashTableService Service { get; }

    public HandlerDriver Connect() => new(Service.Connect(new IPEndPoint(IPAddress.Loopback, 5000)));

    /// <summary>Sends lines on a connection of their own.</summary>
    public string Send(params string[] lines) => Connect().Send(string.Concat(lines.Select(line => line + "\n")));

    public void Dispose() => _operations.Dispose();

    public TestTable Fill(int count)
    {
        for (var i = 0; i < count; i++) Send($$"""{"method":"insert","key":"k{{i}}","value":{{i}}}""");
        return this;
    }
}
