using System.Globalization;

namespace LoadHarness.Platform.Proc;

/// <summary>
/// /proc/[pid]/task/[tid]/schedstat of one thread. Source: the kernel's Documentation/scheduler/sched-stats.rst.
/// </summary>
/// <param name="Cpu_ns">Time on a CPU, ns.</param>
/// <param name="Waiting_ns">Time ready to run, waiting for a CPU, ns.</param>
public readonly record struct SchedStatText(long Cpu_ns, long Waiting_ns)
{
    /// <summary>Reads the text; null when it is no such text.</summary>
    public static SchedStatText? TryParse(string text)
    {
        var fields = text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return fields.Length >= 2
            && long.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var cpu)
            && long.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var waiting)
                ? new SchedStatText(cpu, waiting)
                : null;
    }
}
