using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Proc;

/// <summary>
/// Length of the clock tick in which the kernel reports CPU times to programs (USER_HZ, 100 per second nearly
/// everywhere).
/// </summary>
internal static partial class ClockTick
{
    private const int TicksPerSecondName = 2; // _SC_CLK_TCK on Linux

    private static readonly long _length_ns = 1_000_000_000 / Math.Max(1, Ask());

    /// <summary>Length of a tick, ns.</summary>
    public static long Length_ns => _length_ns;

    private static long Ask() => OperatingSystem.IsLinux() ? SystemConfiguration(TicksPerSecondName) : 100;

    [LibraryImport("libc", EntryPoint = "sysconf")]
    private static partial nint SystemConfiguration(int name);
}
