using System.Globalization;

namespace LoadHarness.Discovery.Web;

/// <summary>An age for people: two units at most.</summary>
internal static class AgeText
{
    /// <summary>E.g. <c>7 s</c>, <c>3 min 20 s</c>, <c>2 h 5 min</c>. The page's script writes the same.</summary>
    internal static string Of(long age_s) => age_s switch
    {
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, age_s)} s"),
        < 3600 => TwoUnits(age_s / 60, "min", age_s % 60, "s"),
        _ => TwoUnits(age_s / 3600, "h", age_s / 60 % 60, "min"),
    };

    private static string TwoUnits(long large, string largeUnit, long small, string smallUnit) => small == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{large} {largeUnit}")
        : string.Create(CultureInfo.InvariantCulture, $"{large} {largeUnit} {small} {smallUnit}");
}
