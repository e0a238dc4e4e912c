using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LoadHarness.EndToEnd.Tests.Serving;

namespace LoadHarness.EndToEnd.Tests.Peers;

/// <summary>A real Redis on loopback that keeps nothing, in a folder of its own.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private PeerProcess? _process;

    /// <summary>Where it listens.</summary>
    internal IPEndPoint Endpoint { get; private set; } = new(IPAddress.Loopback, 0);

    /// <summary>True as long as it has not ended.</summary>
    internal bool IsRunning => _process is { HasExited: false };

    /// <summary>Starts one and waits until it takes connections.</summary>
    internal static async Task<RedisServer> StartAsync()
    {
        var server = new RedisServer { Endpoint = FreeEndpoint() };
        server._process = PeerProcess.Start(
            "redis-server", "--port", server.Endpoint.Port.ToString(CultureInfo.InvariantCulture),
            "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", server._folder.Path);
        await Eventually.TrueAsync(server.Accepts, "redis-server takes connections");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Redis cannot be asked to take any free port and say which.</summary>
    private static IPEndPoint FreeEndpoint()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)socket.LocalEndPoint!;
    }

    private bool Accepts()
    {
        _process!.HasExited.ShouldBeFalse(_process.Printed);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(Endpoint);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
