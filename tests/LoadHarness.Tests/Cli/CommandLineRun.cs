using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using LoadHarness.Cli;
using LoadHarness.Cli.Registry;

namespace LoadHarness.Tests.Cli;

/// <summary>A command line of the program, run in this process as the program would.</summary>
internal static class CommandLineRun
{
    /// <summary>Runs it; lines end with a single newline.</summary>
    public static (ExitCode Code, string Output, string Error) Of(params string[] arguments)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var parsed = CommandTree.Create(ModelRegistry.Default, WorkloadRegistry.Default).Parse(arguments);
        var code = parsed.Action is ParseErrorAction
            ? UsageErrors.Print(parsed, error)
            : (ExitCode)parsed.Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
