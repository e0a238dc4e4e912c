using System.Net;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Workloads.Null;

/// <summary>The server side of empty exchanges: keeps nothing but a count.</summary>
/// <param name="options">Sizes.</param>
internal sealed class NullService(NullOptions options) : IService
{
    private long _operations;

    /// <inheritdoc/>
    public string Name => NullWorkload.WorkloadName;

    /// <inheritdoc/>
    public bool NeedsExclusion => false;

    /// <inheritdoc/>
    public IDurable? Durable => null;

    /// <inheritdoc/>
    public long OperationCount => Interlocked.Read(ref _operations);

    /// <summary>What every request is answered by.</summary>
    public byte[] Answer { get; } = NullOptions.Message(options.ResponseSize);

    /// <summary>Bytes of a request.</summary>
    public int RequestSize => options.RequestSize;

    /// <inheritdoc/>
    public IConnectionHandler Connect(IPEndPoint peer) => new NullHandler(this);

    /// <summary>Counts requests that were answered. Safe on any thread.</summary>
    public void Count(int requests) => Interlocked.Add(ref _operations, requests);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
