using System.Diagnostics;
using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Peers;
using LoadHarness.EndToEnd.Tests.Serving;
using LoadHarness.Platform.Processes;

namespace LoadHarness.EndToEnd.Tests.Clients;

/// <summary>The program, run to its end in a process of its own.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">What it printed on standard output.</param>
/// <param name="Errors">What it printed on standard error.</param>
internal sealed record ProgramRun(ExitCode ExitCode, string Output, string Errors)
{
    public static ProgramRun Of(params IEnumerable<string> arguments) =>
        Run([.. ProgramCommand.Of(typeof(ExitCode).Assembly), .. arguments]);

    /// <summary>Under a limit of the shell's <c>ulimit</c>.</summary>
    public static ProgramRun Limited(string limit, params IEnumerable<string> arguments) => Run(
    [
        "/bin/sh", "-c", $"ulimit {limit}; exec \"$@\"", "sh", .. ProgramCommand.Of(typeof(ExitCode).Assembly),
        .. arguments,
    ]);

    /// <summary>By a command that starts it, see <see cref="NetworkFactAttribute.Own"/>.</summary>
    public static ProgramRun Behind(IEnumerable<string> before, params IEnumerable<string> arguments) =>
        Run([.. before, .. ProgramCommand.Of(typeof(ExitCode).Assembly), .. arguments]);

    private static ProgramRun Run(string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(ServeProcess.Bound))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{string.Join(' ', command)}: did not end");
        }

        return new ProgramRun((ExitCode)process.ExitCode, output.Result, errors.Result);
    }
}
