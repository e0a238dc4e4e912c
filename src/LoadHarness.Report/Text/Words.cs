using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Text;

/// <summary>Small parts of sentences: singular and plural, lists, names from the data.</summary>
public static class Words
{
    /// <summary>A count with its noun: <c>1 client</c>, <c>8 clients</c>.</summary>
    public static string Plural(long count, string noun) =>
        NumberText.Count(count) + " " + (count == 1 ? noun : PluralOf(noun));

    /// <summary>A count that comes as a number of a finding.</summary>
    public static string Plural(double count, string noun) =>
        double.IsFinite(count) ? Plural((long)Math.Round(count), noun) : "an unknown number of " + PluralOf(noun);

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    /// <summary>A name from the data, set apart from the sentence.</summary>
    public static string Name(string name) => "`" + name.Replace('`', '\'') + "`";

    /// <summary>A rate with its unit: <c>1.02 k operations/s</c>.</summary>
    public static string Rate(double value_per_s) =>
        double.IsFinite(value_per_s) ? NumberText.Prefixed(value_per_s) + " operations/s"
            : "an unknown number of operations/s";

    /// <summary>A share in percent.</summary>
    public static string Share(double share) => NumberText.Of(share, Quantity.Share, share is > -0.1 and < 0.1 ? 2 : 3);

    /// <summary>A time given in µs.</summary>
    public static string Time(double time_us) => NumberText.Of(time_us, Quantity.Time_us);

    /// <summary>The text with a capital at the front, unless it begins with a name.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The text with a full stop, unless it has one.</summary>
    public static string Stop(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : text + ".";

    private static string PluralOf(string noun) =>
        noun.EndsWith('y') && noun.Length > 1 && !"aeiou".Contains(noun[^2], StringComparison.Ordinal)
            ? noun[..^1] + "ies"
        : noun.EndsWith('s') || noun.EndsWith("sh", StringComparison.Ordinal)
        || noun.EndsWith("ch", StringComparison.Ordinal) ? noun + "es"
        : noun + "s";
}
