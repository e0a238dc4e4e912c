using System.Diagnostics;
using LoadHarness.EndToEnd.Tests.Serving;

namespace LoadHarness.EndToEnd.Tests.Peers;

/// <summary>Python with its imaging library: the independent judge of our images.</summary>
internal static class Pillow
{
    private static readonly Lazy<string?> _python =
        new(() => PeerPrograms.FindAll("python3").FirstOrDefault(python => Run(python, "import PIL").ExitCode == 0));

    /// <summary>The first Python on the search path that has it; null when there is none.</summary>
    internal static string? Find() => _python.Value;

    /// <summary>Starts the command of a script that goes on for some time.</summary>
    internal static PeerProcess Start(string script, params string[] arguments) =>
        PeerProcess.Start(Required(), ["-u", "-c", script, .. arguments]);

    /// <summary>Runs a script to its end; it fails the test by failing.</summary>
    /// <returns>What it printed.</returns>
    internal static string Judge(string script, params string[] arguments)
    {
        var (exitCode, output, errors) = Run(Required(), script, arguments);
        exitCode.ShouldBe(0, errors);
        return output;
    }

    private static string Required() => Find() ?? throw new FileNotFoundException("no python3 has the Pillow library");

    private static (int ExitCode, string Output, string Errors) Run(
        string python, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(python, ["-c", script, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit(ServeProcess.Bound).ShouldBeTrue("the script did not end");
        return (process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
