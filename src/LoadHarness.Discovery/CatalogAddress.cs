using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LoadHarness.Discovery;

/// <summary>
/// Where a catalog is asked and told: one number for UDP updates and HTTP queries, the next one for TCP updates.
/// </summary>
/// <param name="Host">Host name or address, without brackets.</param>
/// <param name="Port">1 to 65534.</param>
public sealed record CatalogAddress(string Host, int Port)
{
    /// <summary>The port catalogs use by convention.</summary>
    public const int DefaultPort = 9097;

    /// <summary>The next port is used as well.</summary>
    public const int LargestPort = 65534;

    /// <summary>The embedded catalog on this machine: the default wherever no catalog is named.</summary>
    public static CatalogAddress Local { get; } = new("127.0.0.1", DefaultPort);

    /// <summary>Where TCP updates go.</summary>
    public int TcpUpdatePort => Port + 1;

    /// <summary>Host and port as a URL wants them; an IPv6 address stands in brackets.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}");

    /// <summary>Reads <c>host</c>, <c>host:port</c> or <c>[ipv6]:port</c>; without a port it is 9097.</summary>
    /// <exception cref="DiscoveryException">The text is neither.</exception>
    public static CatalogAddress Parse(string text)
    {
        var (host, port) = Split(text.Trim());
        if (host.Length == 0 || Uri.CheckHostName(host) == UriHostNameType.Unknown)
            throw Wrong(text);
        if (port is null) return new CatalogAddress(host, DefaultPort);
        if (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) throw Wrong(text);
        if (number is < 1 or > LargestPort) throw Wrong(text);
        return new CatalogAddress(host, number);
    }

    /// <summary>All addresses of the host, in the resolver's order.</summary>
    /// <exception cref="DiscoveryException">The name cannot be resolved.</exception>
    public IPAddress[] Resolve()
    {
        if (IPAddress.TryParse(Host, out var literal)) return [literal];
        try
        {
            return Dns.GetHostAddresses(Host);
        }
        catch (SocketException failure)
        {
            throw new DiscoveryException(
                $"catalog {this}: the host name cannot be resolved ({failure.SocketErrorCode})", failure);
        }
    }

    private static (string Host, string? Port) Split(string text)
    {
        if (text.StartsWith('['))
        {
            var close = text.IndexOf(']', StringComparison.Ordinal);
            if (close < 0) return ("", null);
            var rest = text[(close + 1)..];
            if (rest.Length == 0) return (text[1..close], null);
            return rest[0] == ':' ? (text[1..close], rest[1..]) : ("", null);
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        // Two colons without brackets: an IPv6 address, which then has no port.
        if (colon < 0 || colon != text.LastIndexOf(':')) return (text, null);
        return (text[..colon], text[(colon + 1)..]);
    }

    private static DiscoveryException Wrong(string text) => new(
        $"catalog '{text}': expected host or host:port with a port from 1 to 65534, e.g. {Local}");
}
