using System.Globalization;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Servers.ThreadPool;

/// <summary>
/// A fixed number of threads, each serving one connection at a time with blocking calls. Accepted connections wait in
/// a bounded queue; when it is full nothing more is accepted, and the kernel's backlog holds the rest.
/// </summary>
public sealed class ThreadPoolModel : IServerModel
{
    private const string Workers = "workers";
    private const string Queue = "queue";

    /// <inheritdoc/>
    public string Name => "thread-pool";

    /// <inheritdoc/>
    public string Summary => "a fixed number of threads, one connection each, and a bounded queue; blocking calls";

    /// <summary>
    /// 64 workers: as many as the clients a ladder goes to unless a scenario says otherwise, so that its levels are
    /// not cut short; and far more than CPUs, so that those that wait for the disk or a slow peer hold up nobody.
    /// </summary>
    public IReadOnlyList<WorkloadOption> Options { get; } =
    [
        new(Workers, OptionKind.Integer, "64", "threads that serve, 1 to 10000", OptionSide.Server, 1, 10_000),
        new(Queue, OptionKind.Integer, "64", "accepted connections that may wait for a thread, 0 to 100000",
            OptionSide.Server, 0, 100_000),
    ];

    /// <inheritdoc/>
    public int? ConnectionLimit(WorkloadSettings settings) => (int)settings.Integer(Workers);

    /// <inheritdoc/>
    public IRunningServer Start(IService service, ServerOptions options, IEventSink sink)
    {
        var settings = ModelSettings.Of(this, options.ModelOptions);
        var (workers, queue) = ((int)settings.Integer(Workers), (int)settings.Integer(Queue));
        // Those served and those waiting are all there may be: so the queue needs no bound of its own.
        var limited = options with { MaxConnections = Math.Min(options.MaxConnections, workers + queue) };
        var pool = new WorkerPool();
        var server = new BlockingServer(
            service, limited, sink, Exclusion.For(service.NeedsExclusion), pool.Enqueue);
        _ = server.Completion.ContinueWith(_ => pool.Close(), TaskScheduler.Default);
        try
        {
            pool.Start(workers);
        }
        catch (OutOfMemoryException cause)
        {
            server.Dispose();
            throw new ServerSetupException(string.Create(CultureInfo.InvariantCulture,
                $"{Name}: the system does not give {workers} threads; ask for fewer with --workers"), cause);
        }

        return server;
    }
}
