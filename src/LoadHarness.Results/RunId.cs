using System.Globalization;

namespace LoadHarness.Results;

/// <summary>
/// Names of runs: the UTC time of their start, so that sorting by name sorts by time, e.g. <c>20261121T084400Z</c>.
/// </summary>
public static class RunId
{
    private const string Layout = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The name for a run that begins at this time.</summary>
    public static string At(DateTimeOffset start) => start.UtcDateTime.ToString(Layout, CultureInfo.InvariantCulture);

    /// <summary>
    /// True when the name begins with a time as <see cref="At"/> writes it (a suffix for a second run in one second may
    /// follow).
    /// </summary>
    public static bool IsRunId(string name) => name.Length >= 16 && DateTime.TryParseExact(
        name.AsSpan(0, 16), Layout, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out _);
}
