using System.Globalization;

namespace LoadHarness.Platform.Proc;

/// <summary>
/// Context switches of one thread from /proc/[pid]/task/[tid]/status. (The same lines in /proc/[pid]/status are the
/// main thread's only.)
/// Source: proc_pid_status(5).
/// </summary>
/// <param name="Voluntary">It waited for something.</param>
/// <param name="Involuntary">It was made to give up its CPU.</param>
public readonly record struct ContextSwitchText(long Voluntary, long Involuntary)
{
    /// <summary>Reads the text; null when the lines are absent.</summary>
    public static ContextSwitchText? TryParse(string text) =>
        Find(text, "\nvoluntary_ctxt_switches:") is { } voluntary
            && Find(text, "\nnonvoluntary_ctxt_switches:") is { } involuntary
            ? new ContextSwitchText(voluntary, involuntary)
            : null;

    private static long? Find(string text, string label)
    {
        var start = text.IndexOf(label, StringComparison.Ordinal);
        if (start < 0) return null;
        var rest = text.AsSpan(start + label.Length);
        var end = rest.IndexOf('\n');
        return long.TryParse((end < 0 ? rest : rest[..end]).Trim(), NumberStyles.None, CultureInfo.InvariantCulture,
            out var value) ? value : null;
    }
}
