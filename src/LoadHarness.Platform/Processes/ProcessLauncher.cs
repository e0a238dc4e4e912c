using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace LoadHarness.Platform.Processes;

/// <summary>
/// Starts child processes, all from one thread that lives as long as the launcher: the parent-death signal fires when
/// the thread
/// that started a child ends, and handles meant for one child must not be inherited by another one started at the same
/// time.
/// On Linux a child goes through <see cref="ExecRequest"/>; elsewhere it is started plainly, without session and CPU
/// set.
/// </summary>
public sealed class ProcessLauncher : IDisposable
{
    /// <summary>
    /// The runtime puts files for debuggers into the temporary folder and removes them at its end. The command exec
    /// never sees its end: it must not have any.
    /// </summary>
    private const string Diagnostics = "DOTNET_EnableDiagnostics";

    private readonly IReadOnlyList<string> _self;
    private readonly BlockingCollection<Action> _starts = [];

    /// <summary>Makes a launcher.</summary>
    /// <param name="self">How this program is started once more, see <see cref="ProgramCommand"/>.</param>
    public ProcessLauncher(IReadOnlyList<string> self)
    {
        _self = self;
        var thread = new Thread(() =>
        {
            foreach (var start in _starts.GetConsumingEnumerable()) start();
        })
        {
            IsBackground = true,
            Name = "launcher",
        };
        thread.Start();
    }

    /// <summary>Starts a child.</summary>
    /// <exception cref="InvalidOperationException">The program cannot be started; the message names it and the
    /// cause.</exception>
    public ChildProcess Start(LaunchRequest request)
    {
        var started = new TaskCompletionSource<ChildProcess>(TaskCreationOptions.RunContinuationsAsynchronously);
        _starts.Add(() =>
        {
            try
            {
                started.SetResult(StartHere(request));
            }
            catch (Exception e)
            {
                started.SetException(e);
            }
        });
        return started.Task.GetAwaiter().GetResult();
    }

    /// <summary>Ends the launcher's thread: children that are still there die.</summary>
    public void Dispose() => _starts.CompleteAdding();

    private ChildProcess StartHere(LaunchRequest request)
    {
        var control = request.ControlOption is null ? null : new ControlChannelHarnessEnd();
        var pipes = request.PipesOption is null ? null : new ChildPipes();
        IReadOnlyList<string> command =
        [
            .. request.Command,
            .. Handles(request.ControlOption, control?.Handles),
            .. Handles(request.PipesOption, pipes?.Handles),
        ];
        try
        {
            var process = Process.Start(StartInfo(command, request))!;
            process.StandardInput.Close();
            control?.ChildStarted();
            pipes?.ChildStarted();
            return new ChildProcess(process, request, control, pipes);
        }
        catch (Exception e) when (e is Win32Exception or FileNotFoundException)
        {
            control?.Dispose();
            pipes?.Dispose();
            throw new InvalidOperationException($"cannot start {request.Command[0]}: {e.Message}", e);
        }
    }

    private static string[] Handles(string? option, string? handles) =>
        option is null || handles is null ? [] : [option, handles];

    private ProcessStartInfo StartInfo(IReadOnlyList<string> command, LaunchRequest request)
    {
        if (!OperatingSystem.IsLinux()) return Plain(command, request);
        var isSaid = request.Environment.ContainsKey(Diagnostics)
            || Environment.GetEnvironmentVariable(Diagnostics) is not null;
        var exec = new ExecRequest(
            command, request.Cpus, NewSession: true, DieWithParent: Environment.ProcessId, isSaid ? null : Diagnostics);
        var start = Plain([.. _self, ExecRequest.Verb, .. exec.ToArguments()], request);
        if (!isSaid) start.Environment[Diagnostics] = "0";
        return start;
    }

    private static ProcessStartInfo Plain(IReadOnlyList<string> command, LaunchRequest request)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = request.WorkingFolder ?? "",
        };
        foreach (var (name, value) in request.Environment) start.Environment[name] = value;
        return start;
    }
}
