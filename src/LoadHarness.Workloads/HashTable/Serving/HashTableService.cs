using System.Net;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Workloads.HashTable.Serving;

/// <summary>The server side: one table for all connections.</summary>
internal sealed class HashTableService(TableOperations operations) : IService
{
    /// <inheritdoc/>
    public string Name => HashTableWorkload.WorkloadName;

    /// <inheritdoc/>
    public bool NeedsExclusion => true;

    /// <inheritdoc/>
    public IDurable? Durable => operations.Durable;

    /// <inheritdoc/>
    public long OperationCount => operations.Count;

    /// <inheritdoc/>
    public IConnectionHandler Connect(IPEndPoint peer) => new HashTableConnection(operations, peer);

    /// <inheritdoc/>
    public void Dispose() => operations.Dispose();
}
