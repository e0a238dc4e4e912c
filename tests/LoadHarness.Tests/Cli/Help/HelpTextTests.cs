using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LoadHarness.Cli;
using LoadHarness.Cli.Registry;
using LoadHarness.Tests.Report;

namespace LoadHarness.Tests.Cli.Help;

/// <summary>The help of every command, as somebody has read it.</summary>
public sealed partial class HelpTextTests
{
    public static TheoryData<string> Commands => [.. Below(Root(), "")];

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_help_text_is_as_it_was_read_last(string command)
    {
        var (code, text, _) = CommandLineRun.Of([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "-h"]);
        code.ShouldBe(ExitCode.Success);
        text = User().Replace(Cores().Replace(ProgramName().Replace(text, "  loadharness"), "CORES"), "USER");
        Golden.ShouldMatch(text, FileOf(command));
    }

    [Fact]
    public void No_help_text_is_left_of_a_command_that_is_gone() => Directory
        .EnumerateFiles(Folder(), "*.txt").Select(file => Path.GetFileName(file))
        .ShouldBe(Below(Root(), "").Select(FileOf), ignoreOrder: true);

    private static RootCommand Root() => CommandTree.Create(ModelRegistry.Default, WorkloadRegistry.Default);

    /// <summary>The command and all below it, as words on a command line.</summary>
    private static IEnumerable<string> Below(Command command, string path) => command.Subcommands
        .Where(one => !one.Hidden).SelectMany(one => Below(one, $"{path} {one.Name}".Trim())).Prepend(path);

    private static string FileOf(string command) =>
        command.Length == 0 ? "help.txt" : $"help-{command.Replace(' ', '-')}.txt";

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    /// <summary>The help names the program that runs, and that is the one of the tests.</summary>
    [GeneratedRegex("^  testhost", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProgramName();

    [GeneratedRegex(
        @"(?<=most worker processes.*\[default: )\d+(?=\])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cores();

    [GeneratedRegex(@"(?<=--owner .*\[default: ).+(?=\])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex User();
}
