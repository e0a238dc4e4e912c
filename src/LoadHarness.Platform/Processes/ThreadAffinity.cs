using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Processes;

/// <summary>Binds threads to CPUs.</summary>
public static partial class ThreadAffinity
{
    private const int MaskWords = 16;

    /// <summary>Highest CPU number that can be asked for.</summary>
    public const int HighestCpu = MaskWords * 64 - 1;

    /// <summary>
    /// Lets the calling thread run on one CPU only. Must be called on an operating-system thread of its own, not on a
    /// pool thread.
    /// </summary>
    /// <param name="cpu">0 … <see cref="HighestCpu"/>, numbered as the kernel does.</param>
    /// <returns>True when the thread is bound; false when the system refuses (no such CPU, not in this process's set)
    /// or has no such call.</returns>
    public static unsafe bool PinCurrentThread(int cpu)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cpu);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cpu, HighestCpu);
        if (!OperatingSystem.IsLinux()) return false;
        var mask = stackalloc ulong[MaskWords];
        new Span<ulong>(mask, MaskWords).Clear();
        mask[cpu / 64] = 1UL << (cpu % 64);
        return SetAffinity(0, MaskWords * sizeof(ulong), mask) == 0;
    }

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static unsafe partial int SetAffinity(int thread, nuint size_bytes, ulong* mask);
}
