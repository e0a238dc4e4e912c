using System.Diagnostics;
using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Serving;

namespace LoadHarness.EndToEnd.Tests.Peers;

/// <summary>The comparison program, run to its end in a process of its own in the repository's folder.</summary>
internal static class BenchmarkRun
{
    private const string Program = "LoadHarness.Benchmarks.dll";

    /// <summary>Runs it; it fails the test by failing.</summary>
    /// <returns>What it printed.</returns>
    internal static string Of(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, Program), .. arguments, OwnProgram])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryFolder(),
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(2 * ServeProcess.Bound))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{string.Join(' ', arguments)}: did not end");
        }

        var printed = output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult();
        process.ExitCode.ShouldBe(0, printed);
        return printed;
    }

    private static string OwnProgram => $"program={typeof(ExitCode).Assembly.Location}";

    private static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LoadHarness.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
