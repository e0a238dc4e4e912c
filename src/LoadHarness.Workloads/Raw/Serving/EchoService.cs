using System.Net;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Workloads.Raw.Serving;

/// <summary>Sends back every request as it came.</summary>
/// <param name="options">How long a request is, and whether the connection ends with its answer.</param>
internal sealed class EchoService(RawOptions options) : IService
{
    private long _operations;

    /// <inheritdoc/>
    public string Name => RawWorkload.WorkloadName;

    /// <inheritdoc/>
    public bool NeedsExclusion => false;

    /// <inheritdoc/>
    public IDurable? Durable => null;

    /// <inheritdoc/>
    public long OperationCount => Interlocked.Read(ref _operations);

    /// <summary>Bytes of a request.</summary>
    public int RequestSize => options.Request.Length;

    /// <summary>The connection ends with the first answer.</summary>
    public bool EndsConnection => options.IsPerOperation;

    /// <inheritdoc/>
    public IConnectionHandler Connect(IPEndPoint peer) => new EchoConnection(this);

    /// <summary>Counts requests that were answered. Safe on any thread.</summary>
    public void Count(int requests) => Interlocked.Add(ref _operations, requests);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
