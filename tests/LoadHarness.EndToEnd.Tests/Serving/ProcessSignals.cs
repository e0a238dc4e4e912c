using System.Runtime.InteropServices;

namespace LoadHarness.EndToEnd.Tests.Serving;

/// <summary>Signals to child processes.</summary>
internal static partial class ProcessSignals
{
    private const int TerminateSignal = 15;

    /// <summary>Sends SIGTERM.</summary>
    public static void Terminate(int process) => Kill(process, TerminateSignal).ShouldBe(0);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}
