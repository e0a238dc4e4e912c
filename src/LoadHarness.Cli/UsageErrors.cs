using System.CommandLine;
using System.CommandLine.Parsing;
using LoadHarness.Experiments.Scenarios;

namespace LoadHarness.Cli;

/// <summary>Words the mistakes in a command line: one line each, then where to read what would be right.</summary>
internal static class UsageErrors
{
    /// <summary>Prints them.</summary>
    public static ExitCode Print(ParseResult parsed, TextWriter error)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Any(subcommand => !subcommand.Hidden))
        {
            // Whatever else is wrong follows from this.
            var names = Names(command);
            error.WriteLine($"{Path(parsed.CommandResult)}: " + (parsed.UnmatchedTokens is [var wrong, ..]
                ? $"'{wrong}' is unknown; {Nearest.Hint(wrong, names)}"
                : $"something is missing; there are {string.Join(", ", names)}"));
        }
        else
        {
            foreach (var token in parsed.UnmatchedTokens) error.WriteLine(Unknown(token, command));
            foreach (var mistake in parsed.Errors.Where(mistake => !IsAbout(mistake, parsed.UnmatchedTokens)))
                error.WriteLine(OneLine(mistake.Message));
        }

        error.WriteLine($"see: {Path(parsed.CommandResult)} --help");
        return ExitCode.UsageError;
    }

    /// <summary>What is said of a word that a command does not know: a flag gets a guess what was meant.</summary>
    public static string Unknown(string word, Command command) => word.StartsWith('-')
        ? $"'{word}' is no flag of {command.Name}; {Nearest.Hint(word, Flags(command))}"
        : $"'{word}' is not wanted here";

    private static List<string> Flags(Command command) =>
        [.. command.Options.Where(option => !option.Hidden).Select(option => option.Name)];

    /// <summary>The parser's own message about a word that it could not place.</summary>
    private static bool IsAbout(ParseError mistake, IEnumerable<string> words) =>
        words.Any(word => mistake.Message.Contains($"'{word}'", StringComparison.Ordinal));

    private static List<string> Names(Command command) =>
        [.. command.Subcommands.Where(subcommand => !subcommand.Hidden).Select(subcommand => subcommand.Name)];

    private static string Path(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : "loadharness";

    private static string OneLine(string message) =>
        string.Join(' ', message.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
