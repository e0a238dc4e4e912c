using System.Net;
using System.Net.Sockets;
using LoadHarness.Contracts.Serving;
using LoadHarness.Discovery.Records;
using LoadHarness.Discovery.Web;

namespace LoadHarness.Discovery.Serving;

/// <summary>
/// A running catalog: sockets around <see cref="RecordTable"/>, <see cref="UpdateReader"/> and <see
/// cref="CatalogSite"/>.
/// </summary>
public sealed class CatalogServer : IAsyncDisposable
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly CatalogSockets _sockets;
    private readonly ITimer _sweeper;
    private readonly Task _loops;

    private CatalogServer(CatalogSockets sockets, CatalogOptions options, TimeProvider time, IEventSink events)
    {
        _sockets = sockets;
        Endpoint = sockets.Endpoint;
        var limits = options.Limits;
        Records = new RecordTable(options.Lifetime, limits, time);
        var desk = new UpdateDesk(Records, limits, new HostNames(time), events);
        var queries = new QueryConnection(new CatalogSite(Records, "Catalog", time), limits, time);
        var updates = new UpdateConnection(desk, limits, time);
        _sweeper = time.CreateTimer(_ => Sweep(events), state: null, SweepEvery, SweepEvery);
        _loops = Task.WhenAll(
            new DatagramLoop(sockets.Datagrams, desk, time).RunAsync(_stop.Token),
            new AcceptLoop(sockets.Queries, limits.MaxConnections, queries.ServeAsync, time).RunAsync(_stop.Token),
            new AcceptLoop(sockets.Streams, limits.MaxConnections, updates.ServeAsync, time).RunAsync(_stop.Token));
    }

    /// <summary>Where queries and UDP updates go; TCP updates go to the next port.</summary>
    public IPEndPoint Endpoint { get; }

    /// <summary>What is registered.</summary>
    public RecordTable Records { get; }

    /// <summary>Opens the sockets and begins to serve.</summary>
    /// <param name="options">Address, lifetime, limits.</param>
    /// <param name="time">The clock of everything.</param>
    /// <param name="events">Told of new and expired services; with trace also of updates that were ignored.</param>
    /// <exception cref="SocketException">An address is in use, not ours, or needs a permission.</exception>
    public static CatalogServer Start(CatalogOptions options, TimeProvider time, IEventSink events) =>
        new(CatalogSockets.Open(options.Host, options.Port), options, time, events);

    /// <summary>Closes everything; connections being served are cut.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _sweeper.DisposeAsync();
        await _loops;
        _sockets.Dispose();
        _stop.Dispose();
    }

    private void Sweep(IEventSink events)
    {
        foreach (var gone in Records.Sweep())
            if (events.ShowsMessages) events.Message($"Expired {RecordText.Of(gone)}");
    }
}
