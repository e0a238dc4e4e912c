using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Processes;

/// <summary>Which handles pass on to child processes.</summary>
internal static partial class Inheritance
{
    private const int SetDescriptorFlags = 2; // F_SETFD
    private const int CloseOnExec = 1; // FD_CLOEXEC

    /// <summary>Keeps an inherited handle from being inherited once more by this process's own children.</summary>
    public static void Forbid(SafeHandle handle)
    {
        if (OperatingSystem.IsWindows()) return;
        _ = Fcntl(handle, SetDescriptorFlags, CloseOnExec);
    }

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Fcntl(SafeHandle descriptor, int command, int value);
}
