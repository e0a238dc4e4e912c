using System.Net;

namespace LoadHarness.Discovery.Announcing;

/// <summary>A server only this machine can reach must not be offered to others.</summary>
public static class ReachRule
{
    /// <summary>Checks that whoever finds the server can reach it.</summary>
    /// <param name="server">What the server is bound to.</param>
    /// <param name="catalog">As the user named it, for the message.</param>
    /// <param name="catalogAddresses">What the catalog's host resolves to.</param>
    /// <exception cref="DiscoveryException">The server is bound to loopback and the catalog is elsewhere.</exception>
    public static void Check(IPAddress server, CatalogAddress catalog, IReadOnlyList<IPAddress> catalogAddresses)
    {
        if (!IPAddress.IsLoopback(server) || catalogAddresses.All(IPAddress.IsLoopback)) return;
        throw new DiscoveryException(
            $"the server is bound to {server.ToString()}, which only this machine can reach, "
            + $"but the catalog {catalog} is elsewhere: "
            + "bind the server to a public address (--host 0.0.0.0) or use a catalog on this machine");
    }
}
