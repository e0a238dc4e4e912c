using System.Net;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Workloads.Mean;

/// <summary>The server side of the running mean: one sum and one count for all connections.</summary>
internal sealed class MeanService(string name, IEventSink sink) : IService
{
    private long _operations;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public bool NeedsExclusion => true;

    /// <inheritdoc/>
    public IDurable? Durable => null;

    /// <inheritdoc/>
    public long OperationCount => Interlocked.Read(ref _operations);

    /// <inheritdoc/>
    public string? StoppedLine => "Server: stopped";

    /// <summary>What all connections share; guarded by the exclusion of handler calls.</summary>
    public RunningMean Mean { get; } = new();

    /// <inheritdoc/>
    public string ListeningLine(IPEndPoint endpoint) => $"Server: listening on {endpoint}";

    /// <inheritdoc/>
    public IConnectionHandler Connect(IPEndPoint peer) => new MeanHandler(this, new MeanConsole(sink, peer));

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>A client got its answer.</summary>
    public void Answered() => Interlocked.Increment(ref _operations);
}
