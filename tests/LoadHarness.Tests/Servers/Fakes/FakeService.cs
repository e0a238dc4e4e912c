using System.Collections.Concurrent;
using System.Net;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Servers.Fakes;

/// <summary>
/// A service of handlers made by a test. Every handler is wrapped in one that checks that the model keeps the contract;
/// what it breaks is collected in <see cref="Violations"/>.
/// </summary>
internal sealed class FakeService : IService
{
    private readonly Func<IConnectionHandler> _make;
    private int _connected;
    private int _closed;
    private int _active;

    public FakeService(Func<IConnectionHandler> make) => _make = make;

    public string Name => "fake";

    public bool NeedsExclusion { get; init; }

    public IDurable? Durable { get; init; }

    public long OperationCount => 0;

    public int ConnectedCount => Volatile.Read(ref _connected);

    public int ClosedCount => Volatile.Read(ref _closed);

    public ConcurrentQueue<string> Violations { get; } = new();

    public IConnectionHandler Connect(IPEndPoint peer)
    {
        Interlocked.Increment(ref _connected);
        return new CheckedHandler(this, _make());
    }

    public void Dispose()
    {
    }

    public void Enter()
    {
        if (Interlocked.Increment(ref _active) > 1
            && NeedsExclusion) Violations.Enqueue("calls of two handlers overlap");
        // Long enough for another thread to come in if nothing keeps it out.
        if (NeedsExclusion) Thread.SpinWait(200);
    }

    public void Leave() => Interlocked.Decrement(ref _active);

    public void CountClosed() => Interlocked.Increment(ref _closed);
}
