using System.Globalization;

namespace LoadHarness.Experiments.Progress;

/// <summary>Durations for people: <c>56 s</c>, <c>5 min 40 s</c>, <c>3 h 45 min</c>.</summary>
public static class DurationText
{
    private const long Minute_s = 60;
    private const long Hour_s = 3600;

    /// <summary>Words a duration, rounded to whole seconds; beyond an hour to whole minutes.</summary>
    /// <param name="length_s">The duration, s; below 0 counts as 0.</param>
    public static string Of(double length_s)
    {
        var seconds = (long)Math.Round(Math.Max(0, length_s));
        return seconds < Minute_s ? Part(seconds, "s")
            : seconds < Hour_s ? Parts(seconds / Minute_s, "min", seconds % Minute_s, "s")
            : Parts(seconds / Hour_s, "h", seconds % Hour_s / Minute_s, "min");
    }

    private static string Parts(long large, string largeUnit, long small, string smallUnit) =>
        small == 0 ? Part(large, largeUnit) : $"{Part(large, largeUnit)} {Part(small, smallUnit)}";

    private static string Part(long count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {unit}");
}
