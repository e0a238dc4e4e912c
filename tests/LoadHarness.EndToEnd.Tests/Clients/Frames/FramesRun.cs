using LoadHarness.Cli;

namespace LoadHarness.EndToEnd.Tests.Clients.Frames;

/// <summary>A real <c>loadharness client frames</c>, run to its end in a folder of its own.</summary>
internal static class FramesRun
{
    internal static ProgramRun Of(string server, string folder, params IEnumerable<string> more) =>
        ProgramRun.Of(["client", "frames", server, "--folder", folder, .. more]);

    /// <summary>Runs it and expects success.</summary>
    /// <returns>The lines it printed.</returns>
    internal static string[] Lines(string server, string folder, params IEnumerable<string> more)
    {
        var run = Of(server, folder, more);
        run.ExitCode.ShouldBe(ExitCode.Success, run.Errors);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
