using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LoadHarness.Discovery;
using LoadHarness.Discovery.Locating;

namespace LoadHarness.Clients.TestPerf;

/// <summary>
/// How the client gets its connections: to an address, or to a project's server, which is looked for once. They are
/// made and used by blocking calls only, see the decision on synchronous calls in docs/ARCHITECTURE.md.
/// </summary>
public static class ServerConnection
{
    /// <summary>Longest wait for a registered server to take a connection.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    /// <summary>Connects to an address.</summary>
    /// <param name="server">Host or address, colon, port.</param>
    /// <param name="timeout">Longest wait for an answer.</param>
    /// <exception cref="ServerException">The text is no address, or its host is unknown.</exception>
    public static Func<Socket> To(string server, TimeSpan timeout)
    {
        var colon = server.LastIndexOf(':');
        if (!int.TryParse(server[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port is < 1 or > IPEndPoint.MaxPort)
            throw new ServerException($"'{server}': expected host:port, e.g. 127.0.0.1:10475, or a project's name");
        var address = Resolve(server[..colon].Trim('[', ']'));
        return () => Open(new IPEndPoint(address, port), timeout);
    }

    /// <summary>
    /// Connects to the server that is registered under a project's name: the one heard of last that answers.
    /// </summary>
    /// <param name="project">The name.</param>
    /// <param name="catalog">Where it is registered.</param>
    /// <param name="attempts">How often the catalog is asked, with growing pauses.</param>
    /// <param name="timeout">Longest wait for an answer.</param>
    /// <param name="error">Told of every pause.</param>
    /// <param name="stop">Ends the attempts.</param>
    /// <exception cref="DiscoveryException">No server of that name answers.</exception>
    public static async Task<Func<Socket>> OfAsync(
        string project, CatalogAddress catalog, int attempts, TimeSpan timeout, TextWriter error,
        CancellationToken stop)
    {
        using var http = new CatalogHttp(catalog);
        var locator = new CatalogLocator(catalog, http.AskAsync);
        var connector = new ServerConnector<Candidate>(
            cancel => locator.FindAsync(new ServerQuery(project), cancel),
            ProveAsync,
            TimeProvider.System);
        var found = await connector.ConnectAsync(
            attempts,
            (reason, pause) => error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{reason}; the next attempt is in {pause.TotalSeconds} s")),
            stop);
        error.WriteLine($"{project} is at {found}");
        return () => Open(EndpointOf(found), timeout);
    }

    private static IPEndPoint EndpointOf(Candidate candidate) =>
        new(IPAddress.TryParse(candidate.Host, out var address) ? address : First(candidate.Host), candidate.Port);

    private static IPAddress Resolve(string host)
    {
        try
        {
            return IPAddress.TryParse(host, out var address) ? address : First(host);
        }
        catch (SocketException failure)
        {
            throw new ServerException($"'{host}' cannot be resolved: {failure.Message}", failure);
        }
    }

    private static IPAddress First(string host)
    {
        var all = Dns.GetHostAddresses(host);
        return Array.Find(all, address => address.AddressFamily == AddressFamily.InterNetwork) ?? all[0];
    }

    /// <summary>
    /// Shows that a candidate answers, in bounded time: a record may be stale, and its machine silent. The connection
    /// is not used for measuring, since it was not made by a blocking call.
    /// </summary>
    private static async Task<Candidate> ProveAsync(Candidate candidate, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_patience);
        try
        {
            var server = EndpointOf(candidate);
            using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(server, limit.Token);
            return candidate;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new SocketException((int)SocketError.TimedOut);
        }
    }

    private static Socket Open(IPEndPoint server, TimeSpan timeout)
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            SendTimeout = (int)timeout.TotalMilliseconds,
            ReceiveTimeout = (int)timeout.TotalMilliseconds,
        };
        try
        {
            socket.Connect(server);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
