using System.Net;
using System.Net.Sockets;

namespace LoadHarness.Experiments.Suts;

/// <summary>Looks at ports from outside.</summary>
internal static class PortProbe
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    /// <summary>True when a server takes connections there.</summary>
    public static bool Answers(IPEndPoint endpoint)
    {
        using var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        using var limit = new CancellationTokenSource(_patience);
        try
        {
            socket.ConnectAsync(endpoint, limit.Token).AsTask().GetAwaiter().GetResult();
            return true;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>
    /// A loopback port that nobody has at this moment, for servers that cannot choose one themselves.
    /// </summary>
    public static IPEndPoint FindFree()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)socket.LocalEndPoint!;
    }
}
