using System.Globalization;

namespace LoadHarness.Platform.Proc;

/// <summary>
/// /proc/[pid]/net/sockstat: how many TCP sockets there are. Source: proc_pid_net(5) and the kernel's net/ipv4/proc.c.
/// </summary>
/// <param name="InUse">Those that listen, are connected or are on their way to it, in the network namespace.</param>
/// <param name="Allocated">All that have memory, in the whole system; not those that wait in TIME_WAIT.</param>
public readonly record struct SocketStatText(int InUse, int Allocated)
{
    private const string Line = "TCP:";

    /// <summary>
    /// Sockets that are closed, while something still holds them: a descriptor, or a request inside the kernel.
    /// </summary>
    public int Closed => Math.Max(0, Allocated - InUse);

    /// <summary>Reads the text; null when it is no such text.</summary>
    public static SocketStatText? TryParse(string text)
    {
        var line = Array.Find(text.Split('\n'), line => line.StartsWith(Line, StringComparison.Ordinal));
        var words = line?.Split(' ') ?? [];
        return Number(words, "inuse") is { } used && Number(words, "alloc") is { } allocated
            ? new SocketStatText(used, allocated)
            : null;
    }

    private static int? Number(string[] words, string label)
    {
        var place = Array.IndexOf(words, label) + 1;
        return place > 0 && place < words.Length
            && int.TryParse(words[place], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }
}
