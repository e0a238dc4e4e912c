using System.Globalization;

namespace LoadHarness.Platform.Proc;

/// <summary>
/// CPU time of the kernel's own threads (children of kthreadd). They do what processes ask for, the writing of a
/// flushed log above all, so on a machine that only measures their time belongs to the measurement, not to others.
/// </summary>
public static class KernelThreads
{
    private const string KthreaddId = "2";

    /// <summary>
    /// CPU time used by the threads that live now, ns; 0 where they cannot be seen. It shrinks when one ends.
    /// </summary>
    public static long Cpu_ns()
    {
        if (!OperatingSystem.IsLinux()) return 0;
        return Directory.EnumerateDirectories("/proc").Where(IsKernelThread).Sum(Read_ns);
    }

    /// <summary>
    /// The parent's number is the second field behind the name, which stands in brackets. Source: proc_pid_stat(5).
    /// </summary>
    internal static bool IsOfKernel(string stat)
    {
        var end = stat.LastIndexOf(')');
        if (end < 0) return false;
        return stat[(end + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, KthreaddId, ..];
    }

    private static bool IsKernelThread(string folder) =>
        int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out _)
        && IsOfKernel(ReadText(Path.Combine(folder, "stat")));

    private static long Read_ns(string folder) =>
        SchedStatText.TryParse(ReadText(Path.Combine(folder, "schedstat")))?.Cpu_ns ?? 0;

    /// <summary>Threads come and go while they are read: what is gone reads as empty.</summary>
    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
