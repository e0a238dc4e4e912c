using System.ComponentModel;
using System.Diagnostics;
using LoadHarness.Contracts.Scenarios;

namespace LoadHarness.Platform.Processes;

/// <summary>A started child process. Disposing it leaves no process behind.</summary>
public sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan _reapLimit = TimeSpan.FromSeconds(10);
    private readonly Process _process;
    private readonly StopSignal _stopSignal;

    internal ChildProcess(
        Process process, LaunchRequest request, ControlChannelHarnessEnd? control, ChildPipes? pipes)
    {
        (_process, Command, Control, Pipes) = (process, request.Command, control, pipes);
        (Id, _stopSignal) = (process.Id, request.StopSignal);
        process.OutputDataReceived += (_, line) =>
        {
            Output.Add(line.Data);
            if (line.Data is not null) request.Printed?.Invoke(line.Data);
        };
        process.ErrorDataReceived += (_, line) =>
        {
            Output.Add(line.Data);
            if (line.Data is not null) request.PrintedError?.Invoke(line.Data);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Process number.</summary>
    public int Id { get; }

    /// <summary>The program and its arguments, as asked for (without what the launcher puts around them).</summary>
    public IReadOnlyList<string> Command { get; }

    /// <summary>The control channel; null when none was asked for.</summary>
    public ControlChannelHarnessEnd? Control { get; }

    /// <summary>The pipes to and from it; null when none were asked for.</summary>
    public ChildPipes? Pipes { get; }

    /// <summary>The last lines of its output and error output.</summary>
    public OutputTail Output { get; } = new();

    /// <summary>True when it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Its exit code (128 + signal when a signal ended it); null while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <summary>Waits for its end.</summary>
    /// <returns>False when the time is up.</returns>
    public bool WaitForEnd(TimeSpan limit) => _process.WaitForExit((int)limit.TotalMilliseconds);

    /// <summary>
    /// After its end: waits until all it has written was read. It must not have left its output to processes of its
    /// own.
    /// </summary>
    public void AwaitOutput() => _process.WaitForExit();

    /// <summary>
    /// Ends it: asks through the control channel, then by its stop signal, then kills it with all its children.
    /// </summary>
    /// <param name="patience">Longest wait after each of the two requests.</param>
    /// <returns>True when it ended by itself after a request.</returns>
    public bool Stop(TimeSpan patience)
    {
        if (HasEnded) return true;
        if (Control is { Closed: false } control)
        {
            control.RequestStop();
            if (WaitForEnd(patience)) return true;
        }

        if (ProcessSignal.Send(Id, _stopSignal) && WaitForEnd(patience)) return true;
        Kill();
        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        Control?.Dispose();
        Pipes?.Dispose();
        _process.Dispose();
    }

    private void Kill()
    {
        try
        {
            if (!HasEnded) _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended in the same moment, or a grandchild did.
        }

        WaitForEnd(_reapLimit);
    }
}
