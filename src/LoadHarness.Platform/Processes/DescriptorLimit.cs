using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Processes;

/// <summary>How many descriptors (open files and sockets) this process may hold.</summary>
/// <param name="Current">The limit in force.</param>
/// <param name="Hard">How far an ordinary process may raise it.</param>
public readonly partial record struct DescriptorLimit(long Current, long Hard)
{
    private static readonly int _resource = OperatingSystem.IsMacOS() ? 8 : 7;

    /// <summary>
    /// The limits now; both <see cref="long.MaxValue"/> where there is none (Windows, or "unlimited").
    /// </summary>
    public static unsafe DescriptorLimit Read()
    {
        var limits = stackalloc ulong[2];
        if (OperatingSystem.IsWindows() || GetLimit(_resource, limits) != 0) return new(long.MaxValue, long.MaxValue);
        return new(Capped(limits[0]), Capped(limits[1]));
    }

    /// <summary>Raises the current limit to the hard one.</summary>
    /// <returns>The limits afterwards; unchanged when the system refuses.</returns>
    public static unsafe DescriptorLimit RaiseToHard()
    {
        var limits = stackalloc ulong[2];
        if (OperatingSystem.IsWindows() || GetLimit(_resource, limits) != 0 || limits[0] >= limits[1]) return Read();
        limits[0] = limits[1];
        _ = SetLimit(_resource, limits);
        return Read();
    }

    private static long Capped(ulong value) => (long)Math.Min(value, long.MaxValue);

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static unsafe partial int GetLimit(int resource, ulong* limits);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static unsafe partial int SetLimit(int resource, ulong* limits);
}
