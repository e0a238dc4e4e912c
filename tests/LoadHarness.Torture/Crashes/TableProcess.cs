using System.Diagnostics;
using System.Net;
using LoadHarness.Platform.Files.Faults;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Torture.Crashes;

/// <summary>A real <c>loadharness serve hashtable</c> in a process of its own.</summary>
internal sealed class TableProcess : IDisposable
{
    /// <summary>Longest wait for anything: a bound for what hangs, not a time that is expected.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private const int KilledCode = 128 + 9;

    private readonly ChildProcess _child;

    private TableProcess(ChildProcess child)
    {
        _child = child;
        Endpoint = child.Control!.WaitReady(Bound);
    }

    /// <summary>Where it listens; null when it ended before it did.</summary>
    public IPEndPoint? Endpoint { get; }

    /// <summary>True when a SIGKILL, its own or another's, has ended it.</summary>
    public bool WasKilled => _child.WaitForEnd(Bound) && _child.ExitCode == KilledCode;

    /// <summary>What it printed last.</summary>
    public string Said => string.Join("; ", _child.Output.Lines.TakeLast(3));

    /// <summary>Starts one and waits until it listens or has ended.</summary>
    /// <param name="launcher">Starts it.</param>
    /// <param name="program">How this program is started once more.</param>
    /// <param name="model">Server model.</param>
    /// <param name="folder">Data folder.</param>
    /// <param name="fault">Where it ends itself; null for nowhere.</param>
    /// <param name="variables">Environment variables for it alone.</param>
    public static TableProcess Start(
        ProcessLauncher launcher, IReadOnlyList<string> program, string model, string folder, FaultPoint? fault,
        params (string Name, string Value)[] variables)
    {
        var environment = variables.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
        environment["DOTNET_TieredPGO"] = "0";
        if (fault is not null) environment[FaultPoint.Variable] = fault.ToString();
        return new TableProcess(launcher.Start(new LaunchRequest
        {
            Command =
            [
                .. program, "serve", "hashtable", "--model", model, "--port", "0", "--quiet", "--data", folder,
                "--compact-after", "20",
            ],
            ControlOption = "--control",
            Environment = environment,
        }));
    }

    /// <summary>SIGKILL; returns when it is gone.</summary>
    public void Kill()
    {
        using var process = Process.GetProcessById(_child.Id);
        process.Kill();
        _child.WaitForEnd(Bound);
    }

    public void Dispose() => _child.Dispose();
}
