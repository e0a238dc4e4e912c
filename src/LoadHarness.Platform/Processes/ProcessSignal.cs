using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Processes;

/// <summary>Asks a process to end, where the system has a signal for it.</summary>
internal static partial class ProcessSignal
{
    private const int TerminateSignal = 15;

    /// <summary>Sends SIGTERM.</summary>
    /// <returns>False on Windows, or when there is no such process.</returns>
    public static bool Terminate(int processId) =>
        !OperatingSystem.IsWindows() && processId > 1 && Kill(processId, TerminateSignal) == 0;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
