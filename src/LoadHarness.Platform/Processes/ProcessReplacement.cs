using System.Globalization;
using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Processes;

/// <summary>
/// Turns this process into another program after setting what must be in force before that program's runtime starts:
/// session, CPU set, parent-death signal. Linux only.
/// </summary>
public static partial class ProcessReplacement
{
    private const int SetParentDeathSignal = 1; // PR_SET_PDEATHSIG
    private const int KillSignal = 9;
    private const int BrokenPipeSignal = 13;

    /// <summary>
    /// Does what is asked and becomes the program. All on the calling thread, which must be the main thread:
    /// CPU set and parent-death signal belong to a thread, and the thread that calls execve is the one that remains.
    /// </summary>
    /// <returns>Returns only on failure: one line that says what the system refused.</returns>
    public static string Become(ExecRequest request)
    {
        if (!OperatingSystem.IsLinux()) return "exec: only on Linux";
        if (request.NewSession && NewSession() < 0) return Refused("setsid");
        if (request.Cpus is { } cpus && !cpus.BindCurrentThread())
            return $"exec: the CPUs {cpus} are not all there, or not allowed to this process";
        if (request.DieWithParent is { } parent)
        {
            if (ProcessControl(SetParentDeathSignal, KillSignal, 0, 0, 0) != 0) return Refused("prctl");
            if (ParentId() != parent) return "exec: the parent is gone";
        }

        // The C library's environment is the one that the new program gets.
        if (request.Unset is { } variable) _ = UnsetEnvironment(variable);
        // The runtime ignores this signal; an ignored signal stays ignored in the new program, which may count on it.
        _ = Signal(BrokenPipeSignal, 0);
        return Execute(request.Command);
    }

    private static string Execute(IReadOnlyList<string> command)
    {
        var arguments = new nint[command.Count + 1];
        for (var i = 0; i < command.Count; i++) arguments[i] = Marshal.StringToCoTaskMemUTF8(command[i]);
        _ = ExecuteSearchingPath(arguments[0], arguments);
        var error = Refused(command[0]);
        foreach (var argument in arguments) Marshal.FreeCoTaskMem(argument);
        return error;
    }

    private static string Refused(string what)
    {
        var error = Marshal.GetLastPInvokeError();
        return string.Create(CultureInfo.InvariantCulture,
            $"exec: {what}: {Marshal.GetPInvokeErrorMessage(error)} (error {error})");
    }

    [LibraryImport("libc", EntryPoint = "setsid", SetLastError = true)]
    private static partial int NewSession();

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static partial int ProcessControl(int option, nuint first, nuint second, nuint third, nuint fourth);

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int ParentId();

    [LibraryImport("libc", EntryPoint = "unsetenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int UnsetEnvironment(string name);

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Signal(int signal, nint handler);

    [LibraryImport("libc", EntryPoint = "execvp", SetLastError = true)]
    private static partial int ExecuteSearchingPath(nint file, [In] nint[] arguments);
}
