namespace LoadHarness.Platform.Proc;

/// <summary>
/// What a process, ended threads included, had storage do: from /proc/[pid]/io. What the kernel's cache gave or took
/// is not in it. Source: proc_pid_io(5).
/// </summary>
/// <param name="Read_bytes">Bytes that storage had to give.</param>
/// <param name="Written_bytes">Bytes that were to go to storage.</param>
public readonly record struct ProcessIoText(long Read_bytes, long Written_bytes)
{
    /// <summary>Reads the text; null when the lines are absent.</summary>
    public static ProcessIoText? TryParse(string text)
    {
        var lines = "\n" + text;
        return ProcText.Number(lines, "\nread_bytes:") is { } read
            && ProcText.Number(lines, "\nwrite_bytes:") is { } written
                ? new ProcessIoText(read, written)
                : null;
    }
}
