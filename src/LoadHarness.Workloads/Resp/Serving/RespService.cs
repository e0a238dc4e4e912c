using System.Net;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Workloads.Resp.Serving;

/// <summary>The server side: one store for all connections.</summary>
internal sealed class RespService(RespCommands commands) : IService
{
    /// <inheritdoc/>
    public string Name => RespWorkload.WorkloadName;

    /// <inheritdoc/>
    public bool NeedsExclusion => true;

    /// <inheritdoc/>
    public IDurable? Durable => null;

    /// <inheritdoc/>
    public long OperationCount => commands.Count;

    /// <inheritdoc/>
    public IConnectionHandler Connect(IPEndPoint peer) => new RespConnection(commands);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
