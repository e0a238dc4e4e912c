using System.Globalization;

namespace LoadHarness.Cli.Discovery;

/// <summary>A length of time on the command line.</summary>
internal static class LifetimeText
{
    private static readonly (string Unit, double Seconds)[] Units =
        [("min", 60), ("s", 1), ("m", 60), ("h", 3600), ("", 1)];

    /// <summary>Reads <c>900s</c>, <c>15min</c>, <c>1.5h</c> or plain seconds, a second to a year; else null.</summary>
    internal static TimeSpan? Read(string text)
    {
        var (unit, seconds) = Array.Find(Units, known => text.EndsWith(known.Unit, StringComparison.Ordinal));
        var number = text.AsSpan(0, text.Length - unit.Length);
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
            return null;
        var length_s = count * seconds;
        return length_s >= 1 && length_s <= TimeSpan.FromDays(365).TotalSeconds ? TimeSpan.FromSeconds(length_s) : null;
    }
}
