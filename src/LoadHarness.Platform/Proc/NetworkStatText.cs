using System.Globalization;

namespace LoadHarness.Platform.Proc;

/// <summary>
/// Counters of a network namespace from /proc/[pid]/net/netstat or /proc/[pid]/net/snmp: pairs of lines, the first with
/// the names, the second with the values, both begun by the protocol. Source: proc_pid_net(5); the names are those of
/// RFC 1213 and of the kernel's net/ipv4/proc.c.
/// </summary>
public static class NetworkStatText
{
    /// <summary>The value of a counter; null when it is not there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="protocol">E.g. <c>TcpExt</c>.</param>
    /// <param name="name">E.g. <c>ListenOverflows</c>.</param>
    public static long? Find(string text, string protocol, string name)
    {
        var lines = text.Split('\n').Where(line => line.StartsWith(protocol + ":", StringComparison.Ordinal))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (lines is not [var names, var values, ..]) return null;
        var place = Array.IndexOf(names, name);
        return place > 0 && place < values.Length
            && long.TryParse(values[place], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                ? value
                : null;
    }
}
