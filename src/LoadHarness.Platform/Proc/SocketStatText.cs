using System.Globalization;

namespace LoadHarness.Platform.Proc;

/// <summary>
/// /proc/[pid]/net/sockstat: how many sockets there are. Source: proc_pid_net(5) and the kernel's net/ipv4/proc.c.
/// </summary>
/// <param name="TcpSockets">
/// TCP sockets that the kernel keeps, open ones and those that something in the kernel still holds though their
/// descriptor is closed; not those that wait in TIME_WAIT. Of the whole system.
/// </param>
public readonly record struct SocketStatText(int TcpSockets)
{
    private const string Line = "TCP:";
    private const string Label = "alloc";

    /// <summary>Reads the text; null when it is no such text.</summary>
    public static SocketStatText? TryParse(string text)
    {
        var line = Array.Find(text.Split('\n'), line => line.StartsWith(Line, StringComparison.Ordinal));
        var words = line?.Split(' ') ?? [];
        var place = Array.IndexOf(words, Label) + 1;
        return place > 0 && place < words.Length
            && int.TryParse(words[place], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? new SocketStatText(count)
                : null;
    }
}
