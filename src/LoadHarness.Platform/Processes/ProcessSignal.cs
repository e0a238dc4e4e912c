using System.Runtime.InteropServices;
using LoadHarness.Contracts.Scenarios;

namespace LoadHarness.Platform.Processes;

/// <summary>Asks a process to end, where the system has a signal for it.</summary>
internal static partial class ProcessSignal
{
    private const int TerminateNumber = 15;

    /// <summary>Sends the signal.</summary>
    /// <returns>False on Windows, or when there is no such process.</returns>
    public static bool Send(int processId, StopSignal signal) =>
        !OperatingSystem.IsWindows() && processId > 1 && Kill(processId, NumberOf(signal)) == 0;

    private static int NumberOf(StopSignal signal) => signal switch
    {
        StopSignal.HangUp => 1,
        StopSignal.Interrupt => 2,
        StopSignal.Quit => 3,
        _ => TerminateNumber,
    };

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
