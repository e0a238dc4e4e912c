using System.Net;
using System.Net.Sockets;

namespace LoadHarness.Platform.Sockets;

/// <summary>
/// A port for a group of processes. SO_REUSEPORT alone would let a second group of the same user share it silently, so
/// it is claimed like any server's port first: alone. From the claim on the group's members may listen beside it; once
/// they do, a later claim finds the port in use, and this one may be given up.
/// </summary>
public sealed class SharedPort : IDisposable
{
    private readonly Socket _claim;

    private SharedPort(Socket claim)
    {
        _claim = claim;
        Endpoint = (IPEndPoint)claim.LocalEndPoint!;
    }

    /// <summary>True where the system spreads connections over processes that listen on the same port.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux();

    /// <summary>The true address and port.</summary>
    public IPEndPoint Endpoint { get; }

    /// <summary>Claims a port.</summary>
    /// <param name="endpoint">Address and port; port 0 takes any free one.</param>
    /// <exception cref="SocketException">The address is in use, not ours, or needs a permission.</exception>
    public static SharedPort Claim(IPEndPoint endpoint)
    {
        // Listening, not only bound: two sockets that only bind with SO_REUSEADDR do not see each other.
        var claim = ListeningSocket.Open(endpoint, backlog: 1);
        ListeningSocket.AllowSharing(claim);
        return new SharedPort(claim);
    }

    /// <summary>Gives the claim up: to be called when the group listens, so that it alone gets connections.</summary>
    public void Dispose() => _claim.Dispose();
}
