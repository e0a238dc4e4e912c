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
        ProcText.Number(text, "\nvoluntary_ctxt_switches:") is { } voluntary
            && ProcText.Number(text, "\nnonvoluntary_ctxt_switches:") is { } involuntary
            ? new ContextSwitchText(voluntary, involuntary)
            : null;
}
