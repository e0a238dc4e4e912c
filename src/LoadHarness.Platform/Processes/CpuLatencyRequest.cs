namespace LoadHarness.Platform.Processes;

/// <summary>
/// Asks the kernel to keep idle CPUs awake: they poll in place of sleeping, so that none is late when there is
/// something to do. The request holds for the whole machine as long as the file is open; it ends with this process,
/// however that ends. Time in which a CPU polls counts as idle. Linux only.
/// Source: the kernel's Documentation/power/pm_qos_interface.rst and Documentation/admin-guide/pm/cpuidle.rst.
/// </summary>
public sealed class CpuLatencyRequest : IDisposable
{
    /// <summary>Where the kernel takes such requests.</summary>
    public const string Device = "/dev/cpu_dma_latency";

    private const string Driver = "/sys/devices/system/cpu/cpuidle/current_driver";
    private const string NoDriver = "none";

    private readonly FileStream _file;

    private CpuLatencyRequest(FileStream file) => _file = file;

    /// <summary>Makes the request.</summary>
    /// <param name="refusal">Why there is none, in words for people; empty when there is one.</param>
    /// <returns>Null when the system does not take it, or would not heed it.</returns>
    public static CpuLatencyRequest? Open(out string refusal) => Open(Device, Driver, out refusal);

    /// <summary>Makes the request with files in other places.</summary>
    internal static CpuLatencyRequest? Open(string device, string driver, out string refusal)
    {
        if (!OperatingSystem.IsLinux())
        {
            refusal = "only Linux can be asked";
            return null;
        }

        try
        {
            if (!File.Exists(driver) || File.ReadAllText(driver).Trim() is NoDriver)
            {
                refusal = "this kernel has no driver for idle CPUs (cpuidle) that would heed it";
                return null;
            }

            var file = new FileStream(device, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            file.Write([0, 0, 0, 0]); // The longest time to wake up that is borne, µs: 32 bits.
            refusal = "";
            return new CpuLatencyRequest(file);
        }
        catch (FileNotFoundException)
        {
            refusal = $"{device} is not there (in a container it has to be passed in)";
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            refusal = $"{device} cannot be written; it takes root, or the right to write it";
            return null;
        }
    }

    /// <summary>Withdraws the request.</summary>
    public void Dispose() => _file.Dispose();
}
