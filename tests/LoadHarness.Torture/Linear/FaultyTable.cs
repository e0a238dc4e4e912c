using System.Net;
using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Torture.Linear;

/// <summary>A hash table in memory that makes one mistake in a hundred. Its clients must send lines.</summary>
internal sealed class FaultyTable : IService
{
    private readonly IService _table;
    private readonly FaultyAnswers _answers;

    public FaultyTable(TableFault fault)
    {
        var workload = WorkloadRegistry.Default.Find("hashtable")!;
        var inMemory = new Dictionary<string, string>(StringComparer.Ordinal) { ["data"] = "none" };
        _table = workload.CreateService(
            WorkloadSettings.Create(workload.Options, inMemory, []), SilentEventSink.Instance);
        _answers = new FaultyAnswers(fault);
    }

    /// <inheritdoc/>
    public string Name => _table.Name;

    /// <inheritdoc/>
    public bool NeedsExclusion => true;

    /// <inheritdoc/>
    public IDurable? Durable => _table.Durable;

    /// <inheritdoc/>
    public long OperationCount => _table.OperationCount;

    /// <summary>Mistakes so far.</summary>
    public int Mistakes => _answers.Mistakes;

    /// <inheritdoc/>
    public IConnectionHandler Connect(IPEndPoint peer) => new FaultyConnection(_table.Connect(peer), _answers);

    /// <inheritdoc/>
    public void Dispose() => _table.Dispose();
}
