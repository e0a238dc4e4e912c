using System.Globalization;

namespace LoadHarness.Torture;

/// <summary>What was asked for on the command line, as words of the form name=value.</summary>
internal sealed record TortureOptions
{
    private const double Longest_minutes = 7 * 24 * 60;

    /// <summary>Time for all parts together, in minutes. Default 30.</summary>
    public double Minutes { get; init; } = 30;

    /// <summary>Names of parts; empty for all.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>What the names of those must contain that have names within a part; empty for all.</summary>
    public string Only { get; init; } = "";

    /// <summary>Seed of everything that is drawn. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Reads the words.</summary>
    /// <exception cref="FormatException">A word is unknown or its value no number.</exception>
    public static TortureOptions Parse(IEnumerable<string> words)
    {
        var options = new TortureOptions();
        foreach (var word in words)
        {
            var (name, value) = word.Split('=', 2) is [var left, var right] ? (left, right) : (word, "");
            options = name switch
            {
                "minutes" => options with { Minutes = MinutesIn(word, value) },
                "only" => options with { Only = value },
                "seed" => options with { Seed = SeedIn(word, value) },
                "part" => options with { Parts = value.Split(',', StringSplitOptions.RemoveEmptyEntries) },
                _ => throw new FormatException(
                    $"unknown: {word}. There are minutes=30, seed=1, part=NAME,NAME and only=TEXT"),
            };
        }

        return options;
    }

    private static double MinutesIn(string word, string value) =>
        double.TryParse(value, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 0 and <= Longest_minutes
            ? minutes
            : throw new FormatException($"no number of minutes, 0 to a week: {word}");

    private static ulong SeedIn(string word, string value) =>
        ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw new FormatException($"no whole number of 0 or more: {word}");
}
