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

    /// <summary>Folder in which it runs; null for this process's own.</summary>
    public string? WorkingFolder { get; init; }
}
