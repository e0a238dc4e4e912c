using System.Runtime.InteropServices;

namespace LoadHarness.EndToEnd.Tests.Serving;

/// <summary>Signals to child processes.</summary>
internal static partial class ProcessSignals
{
    /// <summary>SIGKILL.</summary>
    public const int KillSignal = 9;

    /// <summary>SIGTERM.</summary>
    public const int TerminateSignal = 15;

    private const int InterruptSignal = 2;

    /// <summary>Sends a signal.</summary>
    public static void Send(int process, int signal) => Kill(process, signal).ShouldBe(0);

    /// <summary>Sends SIGTERM.</summary>
    public static void Terminate(int process) => Send(process, TerminateSignal);

    /// <summary>Sends SIGINT, as the terminal does on Ctrl-C.</summary>
    public static void Interrupt(int process) => Send(process, InterruptSignal);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}
