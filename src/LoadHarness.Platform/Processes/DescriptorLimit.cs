using System.Globalization;
using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Processes;

/// <summary>How many descriptors (open files and sockets) this process may hold.</summary>
/// <param name="Current">The limit in force.</param>
/// <param name="Hard">How far an ordinary process may raise it.</param>
public readonly partial record struct DescriptorLimit(long Current, long Hard)
{
    /// <summary>
    /// What a process holds beside its connections, with room to spare: the runtime needs some at any moment, for a new
    /// thread or for code that it loads.
    /// </summary>
    public const int OwnDescriptors = 100;

    /// <summary>What an administrator does about it.</summary>
    public const string HowToRaise =
        "Raise it (as root: ulimit -Hn N before the start, nofile in /etc/security/limits.conf, LimitNOFILE= of a "
        + "service, or --ulimit nofile=N of a container), or ask for fewer connections";

    private static readonly int _resource = OperatingSystem.IsMacOS() ? 8 : 7;

    /// <summary>Most connections that leave this process what it needs itself; at least 1.</summary>
    public int Connections => (int)Math.Clamp(Current - OwnDescriptors, 1, int.MaxValue);

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

    /// <summary>
    /// What stands in the way of so many connections at the same time, and what to do; null when nothing does.
    /// </summary>
    /// <param name="connections">Connections of this process.</param>
    public string? Shortage(long connections) => connections + OwnDescriptors <= Current
        ? null
        : string.Create(CultureInfo.InvariantCulture,
            $"{connections} connections need {connections + OwnDescriptors} descriptors, and this process may open "
            + $"{Current}: the hard limit of open files (RLIMIT_NOFILE) is {Hard}. {HowToRaise}");

    private static long Capped(ulong value) => (long)Math.Min(value, long.MaxValue);

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static unsafe partial int GetLimit(int resource, ulong* limits);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static unsafe partial int SetLimit(int resource, ulong* limits);
}
