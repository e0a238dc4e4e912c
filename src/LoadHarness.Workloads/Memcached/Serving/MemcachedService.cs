using System.Net;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Workloads.Memcached.Serving;

/// <summary>The server side: one store for all connections.</summary>
internal sealed class MemcachedService(MemcachedCommands commands) : IService
{
    /// <inheritdoc/>
    public string Name => MemcachedWorkload.WorkloadName;

    /// <inheritdoc/>
    public bool NeedsExclusion => true;

    /// <inheritdoc/>
    public IDurable? Durable => null;

    /// <inheritdoc/>
    public long OperationCount => commands.Count;

    /// <inheritdoc/>
    public IConnectionHandler Connect(IPEndPoint peer) => new MemcachedConnection(commands);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
