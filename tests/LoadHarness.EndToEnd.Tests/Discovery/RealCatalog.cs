using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LoadHarness.Discovery;
using LoadHarness.EndToEnd.Tests.Peers;

namespace LoadHarness.EndToEnd.Tests.Discovery;

/// <summary>
/// The <c>catalog_server</c> of the Cooperative Computing Tools on loopback. Without <c>-u</c> it would report itself
/// to its authors' public server.
/// </summary>
internal sealed class RealCatalog : IAsyncDisposable
{
    private readonly PeerProcess _process;
    private readonly string _folder;

    private RealCatalog(PeerProcess process, string folder, int port)
    {
        _process = process;
        _folder = folder;
        Address = new CatalogAddress("127.0.0.1", port);
    }

    internal CatalogAddress Address { get; }

    internal static async Task<RealCatalog> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("loadharness-catalog-").FullName;
        var port = FreePortPair();
        var text = port.ToString(CultureInfo.InvariantCulture);
        var process = PeerProcess.Start(
            "catalog_server",
            "-I", "127.0.0.1", "-p", text, "-n", "localhost", "-u", $"127.0.0.1:{text}", "-U", "1h", "-H", folder);
        var catalog = new RealCatalog(process, folder, port);
        await Eventually.TrueAsync(() => CanConnect(port) && CanConnect(port + 1), "catalog_server listens");
        return catalog;
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // Another program may take it before the server does; two free neighbours chosen by the system make that unlikely.
    private static int FreePortPair()
    {
        for (var tries = 0; tries < 100; tries++)
        {
            using var first = new TcpListener(IPAddress.Loopback, 0);
            first.Start();
            var port = ((IPEndPoint)first.LocalEndpoint).Port;
            using var second = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                second.Bind(new IPEndPoint(IPAddress.Loopback, port + 1));
                return port;
            }
            catch (Exception taken) when (taken is SocketException or ArgumentOutOfRangeException)
            {
                // The next pair may be free.
            }
        }

        throw new InvalidOperationException("no two neighbouring ports are free");
    }

    private static bool CanConnect(int port)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
