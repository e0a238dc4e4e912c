using System.Globalization;
using System.Text.RegularExpressions;

namespace LoadHarness.Benchmarks.Tools.Commands;

/// <summary>Finds numbers in what tools print.</summary>
internal static class PrintedNumbers
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    /// <summary>The number in the first group of a pattern.</summary>
    /// <exception cref="FormatException">The pattern does not match.</exception>
    public static double Required(string text, string pattern)
    {
        var value = Optional(text, pattern);
        return double.IsNaN(value)
            ? throw new FormatException($"the tool printed no result: '{pattern}' matches nothing of: {text.Trim()}")
            : value;
    }

    /// <summary>The number in the first group of a pattern; NaN when it does not match.</summary>
    public static double Optional(string text, string pattern) =>
        Match(text, pattern) is { Success: true } match ? Parse(match.Groups[1].ValueSpan) : double.NaN;

    /// <summary>The sum of the numbers in the first group of all matches of a pattern.</summary>
    public static double Sum(string text, string pattern) =>
        Regex.Matches(text, pattern, RegexOptions.CultureInvariant | RegexOptions.Multiline, _patience)
            .Sum(match => Parse(match.Groups[1].ValueSpan));

    /// <summary>A time with its unit behind it, like <c>367.12us</c>, in µs; NaN when the pattern does not match.
    /// </summary>
    /// <param name="text">Where to look.</param>
    /// <param name="pattern">Its first group is the number, its second the unit.</param>
    public static double Time_us(string text, string pattern)
    {
        if (Match(text, pattern) is not { Success: true } match) return double.NaN;
        var factor = match.Groups[2].Value switch
        {
            "us" => 1,
            "ms" => 1e3,
            "s" => 1e6,
            "m" => 60e6,
            _ => double.NaN,
        };
        return Parse(match.Groups[1].ValueSpan) * factor;
    }

    private static Match Match(string text, string pattern) =>
        Regex.Match(text, pattern, RegexOptions.CultureInvariant | RegexOptions.Multiline, _patience);

    private static double Parse(ReadOnlySpan<char> number) =>
        double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
}
