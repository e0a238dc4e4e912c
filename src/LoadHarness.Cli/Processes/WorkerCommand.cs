using LoadHarness.Cli.Registry;
using LoadHarness.Clients.Work;

namespace LoadHarness.Cli.Processes;

/// <summary>
/// The hidden command that makes this process a worker of a client program. It stands outside the command-line parser,
/// which would only cost start-up time.
/// </summary>
internal static class WorkerCommand
{
    /// <summary>Does tasks until the client program closes the pipe.</summary>
    /// <param name="arguments">The arguments after <c>worker</c>.</param>
    /// <param name="error">Where the one line about wrong arguments goes.</param>
    public static int Run(IReadOnlyList<string> arguments, TextWriter error)
    {
        if (WorkerCommandLine.Run(arguments, JobRegistry.Default) is not { } problem) return (int)ExitCode.Success;
        error.WriteLine(problem);
        return (int)ExitCode.UsageError;
    }
}
