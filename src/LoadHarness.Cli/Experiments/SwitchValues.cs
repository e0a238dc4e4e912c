using System.CommandLine;
using System.CommandLine.Parsing;

namespace LoadHarness.Cli.Experiments;

/// <summary>
/// A flag that is on or off may stand alone, so a word behind it that is neither true nor false counts as an argument
/// of the command. Where that names nothing, it was meant for the flag.
/// </summary>
internal static class SwitchValues
{
    /// <summary>One line for each such word.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="files">The arguments of the command, which should be files.</param>
    public static IEnumerable<string> Problems(ParseResult parsed, IReadOnlyCollection<string> files)
    {
        var tokens = parsed.Tokens;
        for (var i = 1; i < tokens.Count; i++)
        {
            var (flag, word) = (tokens[i - 1], tokens[i].Value);
            if (flag.Type == TokenType.Option && IsSwitch(parsed.CommandResult.Command, flag.Value)
                && files.Contains(word, StringComparer.Ordinal) && !Path.Exists(word))
                yield return $"{flag.Value}: '{word}' is neither true nor false, nor a file";
        }
    }

    private static bool IsSwitch(Command command, string name) => command.Options.Any(option =>
        option.ValueType == typeof(bool) && string.Equals(option.Name, name, StringComparison.Ordinal));
}
