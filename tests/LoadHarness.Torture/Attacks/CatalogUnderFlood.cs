using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LoadHarness.Contracts.Measuring;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Time;
using LoadHarness.Discovery.Records;
using LoadHarness.Discovery.Serving;
using LoadHarness.Torture.Attacks.Kinds;
using LoadHarness.Torture.Attacks.Victims;
using LoadHarness.Torture.Waiting;

namespace LoadHarness.Torture.Attacks;

/// <summary>
/// A catalog whose datagram port is flooded, while others ask it for a service that was there before.
/// </summary>
internal sealed class CatalogUnderFlood : IAsyncDisposable
{
    private const string Innocent = "innocent";
    private const int MostP99_ms = 250;

    private readonly CatalogServer _catalog;

    /// <summary>Starts it, with one service registered.</summary>
    public CatalogUnderFlood(CatalogLimits limits, TimeProvider time)
    {
        _catalog = CatalogServer.Start(
            new CatalogOptions { Port = 0, Limits = limits }, time, SilentEventSink.Instance);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.SendTo(Encoding.ASCII.GetBytes($$"""{"project":"{{Innocent}}","port":1}"""), Endpoint);
        Eventually.Is(() => RecordCount, 1, "the innocent service is listed");
    }

    /// <summary>Where updates and queries go.</summary>
    public IPEndPoint Endpoint => _catalog.Endpoint;

    /// <summary>Services that it lists.</summary>
    public int RecordCount => _catalog.Records.Live().Count;

    /// <summary>How long queries took.</summary>
    public LatencyHistogram Latencies { get; } = new();

    /// <summary>Asks for the list.</summary>
    /// <exception cref="InvalidDataException">The service that was there before is not in it.</exception>
    public void Ask()
    {
        var start_ns = MonotonicClock.Now_ns;
        using var socket = new InnocentSocket(Endpoint);
        socket.Send("GET /query.json HTTP/1.0\r\n\r\n");
        var answer = Encoding.UTF8.GetString(socket.ReadToEnd());
        if (!answer.Contains($"\"project\":\"{Innocent}\"", StringComparison.Ordinal))
            throw new InvalidDataException("the catalog has lost a service");
        Latencies.Record(MonotonicClock.Now_ns - start_ns);
    }

    /// <summary>Measures it in both states for a while.</summary>
    public TortureFigure Measure(TimeSpan span, ulong seed)
    {
        var alone = new TortureBudget(span / 2, seed, "");
        while (!alone.IsSpent) Ask();
        var alone_ms = Latencies.ValueAtQuantile_ns(0.99) / 1e6;
        Latencies.Reset();
        var beside = new TortureBudget(span / 2, seed, "");
        using var flood = new DatagramFlood(Endpoint, seed);
        while (!beside.IsSpent) Ask();
        var limits = CatalogLimits.Default;
        return new TortureFigure(
            "catalog: datagram flood",
            string.Create(CultureInfo.InvariantCulture,
                $"p99 {Latencies.ValueAtQuantile_ns(0.99) / 1e6:0.0} ms beside, {alone_ms:0.0} alone; "
                    + $"{Latencies.Count} queries; {flood.Sent} datagrams; {RecordCount} services listed"),
            string.Create(CultureInfo.InvariantCulture,
                $"none lost, p99 ≤ {MostP99_ms} ms, at most {limits.MaxRecords} services"),
            RecordCount <= limits.MaxRecords && Latencies.ValueAtQuantile_ns(0.99) <= MostP99_ms * 1e6);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _catalog.DisposeAsync();
}
