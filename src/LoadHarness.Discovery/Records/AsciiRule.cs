using System.Globalization;
using System.Text;

namespace LoadHarness.Discovery.Records;

/// <summary>
/// Catalog records are ASCII: the original drops a whole update silently when it holds an escape above U+007F or
/// U+0000, and publishes raw UTF-8 as garbage; its clients decode listings as ASCII.
/// </summary>
public static class AsciiRule
{
    /// <summary>True when the JSON text holds no byte above 0x7F and no escape other than U+0001 to U+007F.</summary>
    public static bool IsKeptBy(ReadOnlySpan<byte> json)
    {
        if (!Ascii.IsValid(json)) return false;
        for (var at = json.IndexOf((byte)'\\'); at >= 0 && at + 1 < json.Length;)
        {
            // In valid JSON a backslash stands only in strings, always as the first byte of an escape.
            if (json[at + 1] == 'u' && !IsAsciiEscape(json[(at + 2)..])) return false;
            var next = json[(at + 2)..].IndexOf((byte)'\\');
            at = next < 0 ? -1 : at + 2 + next;
        }

        return true;
    }

    /// <summary>Null when the text can stand in a record, or what is wrong with it, as the end of a sentence.</summary>
    public static string? ProblemWith(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0x7f)
            {
                return string.Create(CultureInfo.InvariantCulture,
                    $"has '{rune}' (U+{rune.Value:X4}), but catalogs keep ASCII only and drop the whole update");
            }

            if (rune.Value is < 0x20 or 0x7f)
                return string.Create(CultureInfo.InvariantCulture, $"has the control character U+{rune.Value:X4}");
            if (rune.Value == '\'')
                return "has an apostrophe, which catalogs up to version 8.0.0 publish as invalid JSON for everybody";
        }

        return null;
    }

    private static bool IsAsciiEscape(ReadOnlySpan<byte> digits) =>
        digits.Length >= 4
        && int.TryParse(digits[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
        && value is >= 0x01 and <= 0x7f;
}
