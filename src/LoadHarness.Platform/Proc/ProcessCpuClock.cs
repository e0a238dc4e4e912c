using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Proc;

/// <summary>
/// CPU time of a whole process in nanoseconds, threads that have ended included, in one system call: the clock behind
/// clock_getcpuclockid(3). /proc/[pid]/stat gives the same time in ticks of 10 ms, too coarse for a window.
/// </summary>
public static partial class ProcessCpuClock
{
    private const int SchedulerClock = 2; // CPUCLOCK_SCHED: the scheduler's own count, user and system together

    /// <summary>
    /// CPU time used since the process started, ns; −1 when there is no such process or no such clock.
    /// </summary>
    public static unsafe long Read_ns(int processId)
    {
        if (!OperatingSystem.IsLinux()) return -1;
        var time = stackalloc nint[2];
        return GetTime((~processId << 3) | SchedulerClock, time) == 0 ? time[0] * 1_000_000_000L + time[1] : -1;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static unsafe partial int GetTime(int clock, nint* time);
}
