using System.Globalization;

namespace LoadHarness.Platform.Proc;

/// <summary>
/// The machine's CPU time from /proc/stat, clock ticks summed over CPUs. Idle time is exact on kernels that stop the
/// tick when idle and cut to whole ticks only when read; the other columns are sampled at the tick on many kernels.
/// Source: proc_stat(5).
/// </summary>
/// <param name="BusyTicks">In processes: user, nice and system.</param>
/// <param name="IdleTicks">Idle and waiting for input or output.</param>
/// <param name="InterruptTicks">Hard and soft interrupts.</param>
/// <param name="StealTicks">Withheld by the hypervisor.</param>
/// <param name="Cpus">CPUs that are switched on.</param>
public readonly record struct MachineStatText(
    long BusyTicks, long IdleTicks, long InterruptTicks, long StealTicks, int Cpus)
{
    /// <summary>Reads the text; null when it is no such text.</summary>
    public static MachineStatText? TryParse(string text)
    {
        var lines = text.Split('\n');
        var fields = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 9 || !string.Equals(fields[0], "cpu", StringComparison.Ordinal)) return null;
        var ticks = new long[8];
        for (var i = 0; i < ticks.Length; i++)
        {
            if (!long.TryParse(fields[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out ticks[i]))
                return null;
        }

        var cpus = lines.Skip(1).Count(line => line.StartsWith("cpu", StringComparison.Ordinal));
        return new MachineStatText(
            ticks[0] + ticks[1] + ticks[2], ticks[3] + ticks[4], ticks[5] + ticks[6], ticks[7], cpus);
    }
}
