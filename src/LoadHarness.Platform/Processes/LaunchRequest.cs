using LoadHarness.Contracts.Scenarios;

namespace LoadHarness.Platform.Processes;

/// <summary>A child process to start.</summary>
public sealed record LaunchRequest
{
    /// <summary>Program and arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>CPUs it may use; null leaves them as they are. Linux only.</summary>
    public CpuSet? Cpus { get; init; }

    /// <summary>
    /// Option by which the child takes the handles of a control channel, e.g. <c>--control</c>: the option and its
    /// value are appended
    /// to the command. Null for a program that knows no control channel.
    /// </summary>
    public string? ControlOption { get; init; }

    /// <summary>
    /// Option by which the child takes two plain pipes, see <see cref="ChildPipes"/>; null for a program without them.
    /// </summary>
    public string? PipesOption { get; init; }

    /// <summary>Receives every line of its standard output, on a thread of the runtime; null when nobody wants
    /// them.</summary>
    public Action<string>? Printed { get; init; }

    /// <summary>Receives every line of its error output, like <see cref="Printed"/>.</summary>
    public Action<string>? PrintedError { get; init; }

    /// <summary>Folder in which it runs; null for this process's own.</summary>
    public string? WorkingFolder { get; init; }

    /// <summary>Environment variables beside this process's own.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The signal that asks it to end.</summary>
    public StopSignal StopSignal { get; init; }
}
