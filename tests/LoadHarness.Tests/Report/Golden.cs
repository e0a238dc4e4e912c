using System.Globalization;
using System.Runtime.CompilerServices;

namespace LoadHarness.Tests.Report;

/// <summary>
/// Compares a text with a file beside the tests. To renew the files after a change that is meant, run the tests with
/// the
/// environment variable LOADHARNESS_RENEW_GOLDEN=1, read the difference in git, and run them again without it.
/// </summary>
internal static class Golden
{
    private const string Renew = "LOADHARNESS_RENEW_GOLDEN";

    public static void ShouldMatch(string actual, string fileName, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, fileName);
        if (string.Equals(Environment.GetEnvironmentVariable(Renew), "1", StringComparison.Ordinal)) File.WriteAllText(
            path, actual);
        File.Exists(path).ShouldBeTrue($"{fileName} is missing; make it with {Renew}=1");
        var expected = File.ReadAllText(path);
        if (string.Equals(expected, actual, StringComparison.Ordinal)) return;
        var (was, now) = FirstDifference(expected, actual);
        now.ShouldBe(was, $"{fileName} differs; if that is meant, renew it with {Renew}=1");
    }

    private static (string Was, string Now) FirstDifference(string expected, string actual)
    {
        var (was, now) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < was.Length && line < now.Length
            && string.Equals(was[line], now[line], StringComparison.Ordinal)) line++;
        return (LineAt(was, line), LineAt(now, line));
    }

    private static string LineAt(string[] lines, int line) =>
        "line " + (line + 1).ToString(CultureInfo.InvariantCulture) + ": "
            + (line < lines.Length ? lines[line] : "(end of file)");
}
