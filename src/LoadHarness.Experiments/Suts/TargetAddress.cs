using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LoadHarness.Experiments.Suts;

/// <summary>
/// Addresses of servers as people write them: <c>host:port</c>, <c>127.0.0.1:80</c>, <c>[::1]:80</c>.
/// </summary>
public static class TargetAddress
{
    /// <summary>What <see cref="TryParse"/> wants, for messages.</summary>
    public const string Form = "expected a host and a port, like 127.0.0.1:6379";

    /// <summary>Reads an address; no name is looked up.</summary>
    /// <returns>Null when it is not one.</returns>
    public static DnsEndPoint? TryParse(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon <= 0) return null;
        var (host, digits) = (text[..colon], text[(colon + 1)..]);
        if (host is ['[', .. var inside, ']']) host = inside;
        else if (host.Contains(':', StringComparison.Ordinal)) return null;
        return ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            && Uri.CheckHostName(host) != UriHostNameType.Unknown
            ? new DnsEndPoint(host, port)
            : null;
    }

    /// <summary>As people write it.</summary>
    public static string Show(DnsEndPoint address)
    {
        var host = address.Host.Contains(':', StringComparison.Ordinal) ? $"[{address.Host}]" : address.Host;
        return string.Create(CultureInfo.InvariantCulture, $"{host}:{address.Port}");
    }

    /// <summary>Looks the name up; IPv4 comes first.</summary>
    /// <exception cref="SutException">There is no such host.</exception>
    public static IPEndPoint Resolve(DnsEndPoint address)
    {
        try
        {
            var found = Dns.GetHostAddresses(address.Host);
            var chosen = Array.Find(found, ip => ip.AddressFamily == AddressFamily.InterNetwork)
                ?? found.FirstOrDefault();
            return chosen is not null
                ? new IPEndPoint(chosen, address.Port)
                : throw new SutException($"{address.Host} has no address");
        }
        catch (SocketException e)
        {
            throw new SutException($"{address.Host} is not known: {e.Message}");
        }
    }
}
