using System.Net;
using LoadHarness.Cli;
using LoadHarness.Platform.Proc;
using LoadHarness.Platform.Processes;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.Torture.Attacks;

/// <summary>A server of this program in a process of its own, with short timeouts.</summary>
internal sealed class ServerUnderAttack : IDisposable
{
    /// <summary>Longest time for a request, and for a part of an answer, s.</summary>
    public const int Request_s = 2;

    /// <summary>Longest time without a byte, s.</summary>
    public const int Idle_s = 4;

    /// <summary>What the incomplete requests of all connections may hold, bytes.</summary>
    public const long HeldInput_bytes = HeldInput_MiB * 1024L * 1024;

    private const int HeldInput_MiB = 64;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly ChildProcess _process;

    /// <summary>Starts one and waits until it listens.</summary>
    public ServerUnderAttack(ProcessLauncher launcher, string model, Victim victim)
    {
        _process = launcher.Start(new LaunchRequest
        {
            Command =
            [
                .. Program, "serve", victim.Workload, "--model", model, "--port", "0", "--quiet",
                .. victim.Options.SelectMany(option => (string[])["--" + option.Key, option.Value]),
                "--request-timeout", InnocentSocket.Text(Request_s), "--answer-timeout", InnocentSocket.Text(Request_s),
                "--idle-timeout", InnocentSocket.Text(Idle_s), "--input-limit", InnocentSocket.Text(HeldInput_MiB),
            ],
            ControlOption = "--control",
        });
        Endpoint = _process.Control!.WaitReady(_patience)
            ?? throw new InvalidOperationException($"{model} did not start: {string.Join(' ', _process.Output.Lines)}");
    }

    /// <summary>How this program is started.</summary>
    public static IReadOnlyList<string> Program { get; } = ProgramCommand.Of(typeof(ExitCode).Assembly);

    /// <summary>Where it listens.</summary>
    public IPEndPoint Endpoint { get; }

    /// <summary>True while it runs.</summary>
    public bool IsAlive => !_process.HasEnded;

    /// <summary>Resident memory of it and its workers, bytes.</summary>
    public long Memory_bytes() => new ProcessTreeSampler(_process.Id).Sample().Rss_bytes;

    /// <summary>
    /// Waits until everybody has gone: a server may go on for a while with what was asked by those who have left.
    /// </summary>
    public void WaitUntilLeft() =>
        SpinWait.SpinUntil(() => _process.Control!.Sample(_patience) is not { Open: > 0 }, _patience);

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Stop(_patience);
        _process.Dispose();
    }
}
