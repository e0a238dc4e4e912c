using System.Globalization;

namespace LoadHarness.Results.Columns;

/// <summary>
/// Numbers as they are printed for people: the same in every culture, with a true minus sign. What programs read has
/// the hyphen of the invariant culture.
/// </summary>
public static class ReadableNumber
{
    /// <summary>Stands where there is no number.</summary>
    public const string None = "–";

    /// <summary>U+2212: a hyphen is narrower than a plus, and a line may break behind it.</summary>
    private const char Minus = '−';

    private static readonly NumberFormatInfo _format = new() { NegativeSign = Minus.ToString() };

    /// <summary>A number in one of .NET's formats; what comes out as zero has no sign.</summary>
    public static string Of(double value, string format)
    {
        var text = value.ToString(format, _format);
        return text[0] == Minus && text.AsSpan(1).Trim("0.").IsEmpty ? text[1..] : text;
    }

    /// <summary>A whole number with groups of three: <c>1,234,567</c>.</summary>
    public static string Of(long value) => value.ToString("N0", _format);
}
