using LoadHarness.Platform.Processes;

namespace LoadHarness.Cli.Processes;

/// <summary>
/// The hidden command by which the launcher starts children: it prepares the process and becomes the program asked for.
/// It stands outside the command-line parser, which would only cost start-up time.
/// </summary>
internal static class ExecCommand
{
    private const int WrongArguments = 2;
    private const int CannotExecute = 126;

    /// <summary>Becomes the program; returns an exit code only on failure.</summary>
    /// <param name="arguments">The arguments after <c>exec</c>.</param>
    /// <param name="error">Where the one line about a failure goes.</param>
    public static int Run(IReadOnlyList<string> arguments, TextWriter error)
    {
        if (ExecRequest.TryParse(arguments) is not { } request)
        {
            error.WriteLine($"usage: {ExecRequest.Usage}");
            return WrongArguments;
        }

        error.WriteLine(ProcessReplacement.Become(request));
        return CannotExecute;
    }
}
