using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Processes;

/// <summary>The CPU time of the calling thread, user and system together.</summary>
public static partial class ThreadCpuClock
{
    private static readonly int _clockId = OperatingSystem.IsMacOS() ? 16 : 3;

    /// <summary>
    /// CPU time used by the calling thread since it started, ns; 0 where the system has no such clock (Windows).
    /// </summary>
    public static unsafe long Now_ns
    {
        get
        {
            if (OperatingSystem.IsWindows()) return 0;
            var time = stackalloc nint[2];
            return GetTime(_clockId, time) == 0 ? time[0] * 1_000_000_000L + time[1] : 0;
        }
    }

    /// <summary><c>clock_gettime</c>: seconds and nanoseconds, each of the machine's word size.</summary>
    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static unsafe partial int GetTime(int clock, nint* time);
}
