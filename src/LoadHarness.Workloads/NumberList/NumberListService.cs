using System.Net;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Workloads.NumberList;

/// <summary>The server side of number lists: keeps nothing but counts.</summary>
internal sealed class NumberListService(string name, NumberListOptions options, IEventSink sink) : IService
{
    private long _connections;
    private long _operations;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public bool NeedsExclusion => false;

    /// <inheritdoc/>
    public IDurable? Durable => null;

    /// <inheritdoc/>
    public long OperationCount => Interlocked.Read(ref _operations);

    /// <inheritdoc/>
    public IConnectionHandler Connect(IPEndPoint peer)
    {
        var ordinal = Interlocked.Increment(ref _connections);
        var draws = options.Seed == 0
            ? UniformDraws.Fresh(options.Minimum, options.Maximum)
            : UniformDraws.Seeded(options.Minimum, options.Maximum, options.Seed, ordinal);
        return new NumberListHandler(draws, options.Count, () => Sent(peer));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Sent(IPEndPoint peer)
    {
        Interlocked.Increment(ref _operations);
        if (sink.ShowsMessages) sink.Message($"Sent a file to {PeerText.Of(peer)}");
    }
}
