using System.Text.RegularExpressions;
using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Clients;
using LoadHarness.EndToEnd.Tests.Serving;
using LoadHarness.Platform.Processes;

namespace LoadHarness.EndToEnd.Tests.Experiments;

/// <summary>
/// A run starts the commands that <c>loadharness check</c> shows before, and no others: all that comes from it is
/// looked at while it runs.
/// </summary>
public sealed class StartedCommandsTests : IDisposable
{
    private static readonly string _program = string.Join(' ', ProgramCommand.Of(typeof(ExitCode).Assembly));
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxTheory]
    [InlineData("workload: { name: hashtable }\nserver: { models: [epoll, select], options: { flush: never } }",
        "stages: [lookup]", "serve hashtable --model epoll", "serve hashtable --model select")]
    [InlineData("workload: { name: http }\nserver: { models: [prefork], model_options: { prefork: { workers: 2 } } }",
        "stages: [get]", "serve http --model prefork", "serve http --worker")]
    [InlineData("workload: { name: hashtable, pool: 3000 }\nserver: { models: [epoll] }\n"
        + "generator: { clients: processes, allow_overlap: true }",
        "stages: [lookup], holds: [2]", "serve hashtable --model epoll", "client testperf")]
    [InlineData("workload: { name: \"null\" }\nserver: { command: 'PROGRAM serve null --port {port}', folder: FOLDER,\n"
        + "  environment: { SOME_NAME: some value } }", "holds: [1]", "serve null --port")]
    [InlineData("workload: { name: \"null\" }\nserver: { models: [epoll] }", "cause_checks: on, max_clients: 2",
        "serve null --model")]
    public void What_a_run_starts_was_shown_before(string scenario, string load, params string[] expected)
    {
        var file = Write(scenario, load);
        var check = ProgramRun.Of("check", file);
        check.ExitCode.ShouldBe(ExitCode.Success, check.Errors);
        if (scenario.Contains("environment", StringComparison.Ordinal))
        {
            check.Output.ShouldContain("with SOME_NAME=some value");
            check.Output.ShouldContain($"in the folder {_folder.Path}");
        }

        using var run = new RunningHarness(_folder.Path, [file]);
        var started = run.AwaitCommands().SelectMany(Started).Distinct(StringComparer.Ordinal).ToList();
        run.AwaitEnd().ShouldBe((int)ExitCode.Success, run.Output + run.Errors);

        var shown = check.Output.Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal))
            .Select(Pattern).ToList();
        started.Where(command => !shown.Exists(pattern => pattern.IsMatch(command))).ShouldBeEmpty(check.Output);
        foreach (var words in expected) started.ShouldContain(command => command.Contains(words));
    }

    private string Write(string scenario, string load)
    {
        var file = Path.Combine(_folder.Path, "commands.yaml");
        var text = scenario.Replace("PROGRAM", _program, StringComparison.Ordinal)
            .Replace("FOLDER", _folder.Path, StringComparison.Ordinal);
        File.WriteAllText(file, $$"""
            name: commands
            {{text}}
            load: { {{load}}, window_ms: 100 }
            profiles:
              default: { budget_s: 20, repetitions: 1, min_windows: 3, max_windows: 4, warm_up_s: 0.1, confirm: false }

            """);
        return file;
    }

    /// <summary>
    /// A process on its way to become a command counts as that command; what has only just parted from the harness is
    /// still the harness.
    /// </summary>
    private static IEnumerable<string> Started(string line)
    {
        if (line.StartsWith($"{_program} {ExecRequest.Verb} ", StringComparison.Ordinal))
            line = line[(line.IndexOf(" -- ", StringComparison.Ordinal) + " -- ".Length)..];
        if (!line.StartsWith($"{_program} run ", StringComparison.Ordinal)) yield return line;
    }

    /// <summary>What is in braces may be anything, and the channels to the harness stand behind a command.</summary>
    private static Regex Pattern(string shown)
    {
        var words = shown.Trim().Replace("loadharness ", $"{_program} ", StringComparison.Ordinal);
        var pattern = Regex.Replace(
            Regex.Escape(words), @"\\\{[a-z]+}", @"\S+", RegexOptions.None, _patience);
        return new Regex(
            $"^{pattern.Replace("…", ".*", StringComparison.Ordinal)}( --(control|pipes) \\S+)?$",
            RegexOptions.None, _patience);
    }
}
