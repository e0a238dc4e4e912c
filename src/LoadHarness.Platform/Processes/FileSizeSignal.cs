using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Processes;

/// <summary>
/// SIGXFSZ ends a process that writes beyond its limit on file sizes. Ignored, the write fails like any other and can
/// be told. A handler of the runtime is not enough: it runs later, on a thread of its own, and a signal that comes
/// when the handler is already gone ends the process all the same. Source: setrlimit(2), signal(7).
/// </summary>
public static partial class FileSizeSignal
{
    private const int Number = 25;
    private const nint Ignored = 1;

    /// <summary>Ignores it from now on, in this process and those it starts.</summary>
    public static void Ignore()
    {
        if (!OperatingSystem.IsWindows()) _ = Signal(Number, Ignored);
    }

    [LibraryImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Signal(int number, nint handler);
}
