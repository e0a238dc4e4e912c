using System.Runtime.InteropServices;

namespace LoadHarness.EndToEnd.Tests.Serving;

/// <summary>Signals to child processes.</summary>
internal static partial class ProcessSignals
{
    private const int InterruptSignal = 2;
    private const int TerminateSignal = 15;

    /// <summary>Sends SIGTERM.</summary>
    public static void Terminate(int process) => Kill(process, TerminateSignal).ShouldBe(0);

    /// <summary>Sends SIGINT, as the terminal does on Ctrl-C.</summary>
    public static void Interrupt(int process) => Kill(process, InterruptSignal).ShouldBe(0);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}
