using System.Globalization;
using System.IO.Compression;
using LoadHarness.Contracts.Time;

namespace LoadHarness.Platform.Proc;

/// <summary>Samples the machine's CPU time through /proc/stat.</summary>
public sealed class MachineSampler
{
    private const string StatFile = "/proc/stat";
    private const string InterruptsApart = "CONFIG_IRQ_TIME_ACCOUNTING=y";
    private readonly bool _interruptsApart =
        ReadKernelConfiguration().Contains(InterruptsApart, StringComparison.Ordinal);

    /// <summary>Samples now; null where there is no /proc/stat.</summary>
    public MachineSample? Sample()
    {
        if (!File.Exists(StatFile) || MachineStatText.TryParse(File.ReadAllText(StatFile)) is not { } stat) return null;
        return new MachineSample(
            MonotonicClock.Now_ns,
            stat.BusyTicks * ClockTick.Length_ns,
            stat.IdleTicks * ClockTick.Length_ns,
            stat.StealTicks * ClockTick.Length_ns,
            _interruptsApart ? stat.InterruptTicks * ClockTick.Length_ns : 0,
            stat.Cpus);
    }

    /// <summary>The kernel's build options, from itself or from beside it; empty when neither is there.</summary>
    private static string ReadKernelConfiguration()
    {
        try
        {
            if (File.Exists("/proc/config.gz"))
            {
                using var reader =
                    new StreamReader(new GZipStream(File.OpenRead("/proc/config.gz"), CompressionMode.Decompress));
                return reader.ReadToEnd();
            }

            var release =
                File.Exists("/proc/sys/kernel/osrelease") ? File.ReadAllText("/proc/sys/kernel/osrelease").Trim() : "";
            var beside = string.Create(CultureInfo.InvariantCulture, $"/boot/config-{release}");
            return File.Exists(beside) ? File.ReadAllText(beside) : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
