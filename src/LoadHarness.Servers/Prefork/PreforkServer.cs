using System.Globalization;
using System.Net;
using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Processes;
using LoadHarness.Platform.Sockets;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Servers.Prefork;

/// <summary>
/// The parent of the worker processes. A worker that ends by itself ends the server: one started in its place would
/// hide the fault from whoever measures, and the counts would no longer tell of one and the same server.
/// </summary>
internal sealed class PreforkServer : IRunningServer
{
    private static readonly TimeSpan _readyLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _stopPatience = TimeSpan.FromSeconds(3);

    private readonly ServerLife _life = new();
    private readonly List<WorkerProcess> _workers = [];
    private readonly IEventSink _sink;
    private readonly TimeSpan _checkInterval;

    /// <summary>Claims the port and starts the workers; returns when all of them listen.</summary>
    public PreforkServer(string model, int count, IWorkerStarter starter, ServerOptions options, IEventSink sink)
    {
        _sink = sink;
        _checkInterval = options.CheckInterval;
        using var port = SharedPort.Claim(options.Endpoint);
        Endpoint = port.Endpoint;
        try
        {
            for (var i = 0; i < count; i++) _workers.Add(new WorkerProcess(starter.Start(model, Endpoint, Printed)));
            foreach (var worker in _workers) AwaitReady(worker);
        }
        catch
        {
            StopWorkers();
            throw;
        }

        new Thread(Supervise) { IsBackground = true, Name = "supervisor" }.Start();
    }

    /// <inheritdoc/>
    public IPEndPoint Endpoint { get; }

    /// <inheritdoc/>
    public long AcceptedCount => _workers.Sum(worker => worker.Sample().Accepted);

    /// <inheritdoc/>
    public int OpenCount => _workers.Sum(worker => worker.Sample().Open);

    /// <inheritdoc/>
    public Task Completion => _life.Completion;

    /// <inheritdoc/>
    public ControlSample Complete(ControlSample own)
    {
        var samples = _workers.ConvertAll(worker => worker.Sample());
        return samples.Aggregate(own, (sum, worker) => sum.Plus(worker)) with
        {
            Workers = samples.ConvertAll(worker => new WorkerCounts(worker.Accepted, worker.Operations)),
        };
    }

    /// <inheritdoc/>
    public void Stop() => _life.Stop();

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        _life.AwaitEnd();
    }

    private static void AwaitReady(WorkerProcess worker)
    {
        if (!worker.WaitReady(_readyLimit))
            throw new ServerSetupException($"prefork: {worker.Describe()} did not start");
    }

    private void Supervise()
    {
        while (!_life.WaitForStop(_checkInterval))
        {
            TellEvents();
            if (_workers.Find(worker => worker.HasEnded) is not { } ended) continue;
            var place = _workers.IndexOf(ended) + 1;
            _life.Fail(new WorkerEndedException(string.Create(CultureInfo.InvariantCulture,
                $"prefork: worker {place} of {_workers.Count} ended by itself: {ended.Describe()}")));
        }

        StopWorkers();
        TellEvents();
        _life.End();
    }

    private void Printed(string line)
    {
        // A worker prints only what its own flags let through.
        if (_sink.ShowsTrace) _sink.Trace(line);
        else _sink.Message(line);
    }

    private void TellEvents()
    {
        foreach (var happened in _workers.SelectMany(worker => worker.TakeEvents())) _sink.Occurred(happened);
    }

    /// <summary>All are asked first, so that they stop at the same time.</summary>
    private void StopWorkers()
    {
        foreach (var worker in _workers) worker.RequestStop();
        foreach (var worker in _workers) worker.End(_stopPatience);
    }
}
