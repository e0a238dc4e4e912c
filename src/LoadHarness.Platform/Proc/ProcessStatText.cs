using System.Globalization;

namespace LoadHarness.Platform.Proc;

/// <summary>The fields of /proc/[pid]/stat that matter here. Source: proc_pid_stat(5).</summary>
/// <param name="Parent">Field 4: the parent's process number.</param>
/// <param name="MinorFaults">Field 10: page faults without input or output, of all threads that ever were.</param>
/// <param name="MajorFaults">Field 12: page faults that had to wait for a disk.</param>
/// <param name="UserTicks">Field 14: user CPU, clock ticks, of all threads that ever were.</param>
/// <param name="SystemTicks">Field 15: system CPU, clock ticks.</param>
/// <param name="Threads">Field 20.</param>
/// <param name="ResidentPages">Field 24.</param>
public readonly record struct ProcessStatText(
    int Parent,
    long MinorFaults,
    long MajorFaults,
    long UserTicks,
    long SystemTicks,
    int Threads,
    long ResidentPages)
{
    /// <summary>Reads the text; null when it is no such text.</summary>
    public static ProcessStatText? TryParse(string text)
    {
        // The program's name stands in round brackets and may itself hold spaces and brackets: the last one closes it.
        var end = text.LastIndexOf(')');
        if (end < 0) return null;
        var fields = text[(end + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        const int third = 3; // the first field after the name is number 3
        if (fields.Length <= 24 - third) return null;
        return Number(fields[4 - third], out var parent)
            && Number(fields[10 - third], out var minor)
            && Number(fields[12 - third], out var major)
            && Number(fields[14 - third], out var user)
            && Number(fields[15 - third], out var system)
            && Number(fields[20 - third], out var threads) && Number(fields[24 - third], out var pages)
            ? new ProcessStatText((int)parent, minor, major, user, system, (int)threads, pages)
            : null;
    }

    private static bool Number(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
