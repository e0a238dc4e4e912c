using LoadHarness.Analysis.Linearizability;
using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Histories;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Engine;
using LoadHarness.Servers;

namespace LoadHarness.Torture.Linear;

/// <summary>Clients that contend for a few keys of one server in this process; their history is checked.</summary>
internal sealed class Contention : IDisposable
{
    private const int Room = 500_000;

    private readonly IWorkload _workload = WorkloadRegistry.Default.Find("hashtable")!;
    private readonly IRunningServer _server;
    private readonly IClientPopulation _population;
    private int _number;

    /// <summary>Starts the server.</summary>
    /// <param name="model">Its model.</param>
    /// <param name="service">What it serves; the caller disposes it.</param>
    /// <param name="seed">Seed of what clients do.</param>
    public Contention(IServerModel model, IService service, long seed)
    {
        _server = model.Start(service, new ServerOptions(), SilentEventSink.Instance);
        var settings = WorkloadSettings.Create(
            _workload.Options, new Dictionary<string, string>(StringComparer.Ordinal), []);
        _population = _workload.CreatePopulation(settings, "contended", PopulationShare.Whole, seed);
    }

    /// <summary>Puts it under load for a number of operations and checks what clients saw.</summary>
    /// <param name="clients">Clients at the same time.</param>
    /// <param name="operations">Operations that have to be answered.</param>
    /// <param name="operationsPerConnection">After which a client connects anew; 0 = never.</param>
    /// <param name="timeout_us">After which a client gives up an operation.</param>
    public HistoryReading Check(
        int clients, long operations, int operationsPerConnection = 0, long timeout_us = 10_000_000)
    {
        var history = (IHistorySource)_population;
        history.BeginHistory(++_number, Room);
        var plan = new LoadPlan
        {
            Target = _server.Endpoint,
            Clients = clients,
            ConnectionUse = ConnectionUse.Persistent,
            OperationTypeCount = _workload.OperationTypes.Count,
            OperationsPerConnection = operationsPerConnection,
            OperationTimeout_us = timeout_us,
            Window_ns = 20_000_000,
            RetryPause_us = 1000,
        };
        var engine = new LoadEngine();
        var preparing = plan with { Purpose = Purpose.Prepare, Clients = 1, OperationTimeout_us = 10_000_000 };
        engine.Run(preparing, [_population], new EnoughOperations(0), CancellationToken.None);
        engine.Run(plan, [_population], new EnoughOperations(operations), CancellationToken.None);
        return LevelHistory.Check([history.TakeHistory()]);
    }

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();
}
