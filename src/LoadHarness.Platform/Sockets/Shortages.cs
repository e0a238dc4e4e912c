using System.Globalization;
using System.Net.Sockets;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Platform.Sockets;

/// <summary>
/// Words what this machine has run out of when it gives no socket: which limit it is, how to raise it.
/// </summary>
public static class Shortages
{
    private const string PortRange = "/proc/sys/net/ipv4/ip_local_port_range";

    /// <summary>The system gives no more threads.</summary>
    public static string OfThreads =>
        "the system gives no more threads (ulimit -u, kernel.threads-max, or pids of a container); raise it or choose "
        + "a model that needs no thread for each connection";

    /// <summary>What a failed accept or connect says about this machine.</summary>
    /// <param name="failure">What the system gave.</param>
    /// <returns>Null when it says nothing: then it is the other end's, or the network's.</returns>
    public static string? Of(SocketError failure) => failure switch
    {
        SocketError.TooManyOpenSockets => OfDescriptors(DescriptorLimit.Read()),
        SocketError.NoBufferSpaceAvailable => "the system has no memory left for sockets (net.ipv4.tcp_mem)",
        SocketError.AddressNotAvailable or SocketError.AddressAlreadyInUse => OfPorts(ReadPortRange()),
        _ => null,
    };

    /// <summary>No descriptor is left.</summary>
    /// <param name="limit">How many there are.</param>
    public static string OfDescriptors(DescriptorLimit limit) => string.Create(CultureInfo.InvariantCulture,
        $"no descriptor is left: this process may open {limit.Current} (RLIMIT_NOFILE; the whole system, fs.file-max) "
        + $"and needs {DescriptorLimit.OwnDescriptors} itself. {DescriptorLimit.HowToRaise}");

    /// <summary>No port is left for a further connection to the same server.</summary>
    /// <param name="range">Two numbers, as the system writes them; null where it does not say.</param>
    internal static string OfPorts(string? range) =>
        $"no port is left for a further connection from this address to that one: {OfRange(range)}, and a connection "
        + "closed from here keeps its port for a minute. Widen the range (as root: sysctl -w "
        + "net.ipv4.ip_local_port_range='1024 65535') or give further addresses of this machine "
        + "(generator.source_addresses)";

    private static string OfRange(string? range) =>
        range?.Split(['\t', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries) is [var first, var last]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var low)
        && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var high)
            ? string.Create(CultureInfo.InvariantCulture,
                $"net.ipv4.ip_local_port_range {low} to {high} gives {high - low + 1} of them")
            : "the system's range of such ports is used up";

    private static string? ReadPortRange()
    {
        try
        {
            return File.ReadAllText(PortRange);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
