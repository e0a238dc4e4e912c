using System.Runtime;
using System.Runtime.InteropServices;
using LoadHarness.Contracts.Time;

namespace LoadHarness.Platform.Processes;

/// <summary>The part of a control sample that the runtime knows, whatever the service.</summary>
public static partial class RuntimeCounters
{
    private const int VoluntaryWord = 16; // two times of two words, then ru_nvcsw is the 13th count
    private const int UsageWords = 32;

    /// <summary>Samples this process now.</summary>
    /// <param name="operations">Operations completed, as the service counts them.</param>
    /// <param name="flushes">Log flushes; −1 when there is no log.</param>
    /// <param name="flushTime_ns">Time spent in log flushes, ns; −1 when there is no log.</param>
    public static ControlSample Sample(long operations, long flushes = -1, long flushTime_ns = -1)
    {
        var (voluntary, involuntary) = ContextSwitches();
        return new ControlSample
        {
            Time_ns = MonotonicClock.Now_ns,
            Operations = operations,
            Flushes = flushes,
            FlushTime_ns = flushTime_ns,
            GcPause_ns = GC.GetTotalPauseDuration().Ticks * 100,
            GcCount = GC.CollectionCount(0),
            LockContentions = Monitor.LockContentionCount,
            VoluntarySwitches = voluntary,
            InvoluntarySwitches = involuntary,
            Allocated_bytes = GC.GetTotalAllocatedBytes(),
            PoolQueue = ThreadPool.PendingWorkItemCount,
            PoolThreads = ThreadPool.ThreadCount,
            CompiledMethods = JitInfo.GetCompiledMethodCount(),
            CompileTime_ns = JitInfo.GetCompilationTime().Ticks * 100,
        };
    }

    /// <summary>From getrusage(2): unlike /proc it keeps what threads that have ended did.</summary>
    private static unsafe (long Voluntary, long Involuntary) ContextSwitches()
    {
        if (OperatingSystem.IsWindows()) return (-1, -1);
        var usage = stackalloc nint[UsageWords];
        return GetUsage(0, usage) == 0 ? (usage[VoluntaryWord], usage[VoluntaryWord + 1]) : (-1, -1);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static unsafe partial int GetUsage(int who, nint* usage);
}
