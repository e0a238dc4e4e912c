using System.Globalization;

namespace LoadHarness.Workloads.Mean;

/// <summary>Doubles as Python prints them: <c>5.0</c>, <c>1e+16</c>, <c>1e-05</c>, <c>inf</c>.</summary>
public static class PythonFloat
{
    private const int FirstLargeExponent = 16;
    private const int LastSmallExponent = -5;

    /// <summary>Python's <c>repr</c>: the shortest digits that give the same double back.</summary>
    public static string Repr(double value)
    {
        if (double.IsNaN(value)) return "nan";
        if (double.IsInfinity(value)) return value > 0 ? "inf" : "-inf";
        var sign = double.IsNegative(value) ? "-" : "";
        var (digits, exponent) = Parts(Math.Abs(value));
        return exponent is >= FirstLargeExponent or <= LastSmallExponent
            ? sign + Scientific(digits, exponent)
            : sign + Plain(digits, exponent);
    }

    /// <summary>Reads what Python's <c>float</c> reads of what <see cref="Repr"/> writes.</summary>
    public static bool TryParse(string text, out double value)
    {
        value = text.Trim() switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            "nan" => double.NaN,
            var plain when double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                => number,
            _ => double.NaN,
        };
        return !double.IsNaN(value) || string.Equals(text.Trim(), "nan", StringComparison.Ordinal);
    }

    /// <summary>Shortest digits without zeros at their ends, and the exponent of ten of the first of them.</summary>
    private static (string Digits, int Exponent) Parts(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var power = text.Length > 1 ? int.Parse(text[1], CultureInfo.InvariantCulture) : 0;
        var point = text[0].IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? text[0].Length : point;
        var all = text[0].Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        return digits.Length == 0
            ? ("0", 0)
            : (digits.TrimEnd('0'), power + places - 1 - (all.Length - digits.Length));
    }

    private static string Scientific(string digits, int exponent)
    {
        var fraction = digits.Length > 1 ? "." + digits[1..] : "";
        var sign = exponent < 0 ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}e{sign}{Math.Abs(exponent):00}");
    }

    private static string Plain(string digits, int exponent)
    {
        if (exponent < 0) return "0." + new string('0', -exponent - 1) + digits;
        var whole = exponent + 1;
        return digits.Length <= whole
            ? digits.PadRight(whole, '0') + ".0"
            : digits[..whole] + "." + digits[whole..];
    }
}
