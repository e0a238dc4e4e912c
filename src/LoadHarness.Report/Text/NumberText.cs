using System.Globalization;

using LoadHarness.Report.Figures.Model;
using LoadHarness.Results.Columns;

namespace LoadHarness.Report.Text;

/// <summary>
/// Numbers as people read them, see <see cref="ReadableNumber"/>: sensible digits, SI prefixes, units;
/// <see cref="None"/> for what is not a number.
/// </summary>
public static class NumberText
{
    /// <summary>Stands where there is no number.</summary>
    public const string None = ReadableNumber.None;

    private static readonly (double Factor, string Prefix)[] _prefixes = [(1e9, "G"), (1e6, "M"), (1e3, "k"), (1, "")];
    private static readonly (
        double Factor, string Unit)[] _times_us = [(1e6, "s"), (1e3, "ms"), (1, "µs"), (1e-3, "ns")];
    private static readonly (
        double Factor, string Unit)[] _sizes = [(1024d * 1024 * 1024, "GiB"), (1024d * 1024, "MiB"), (1024, "KiB"),
            (1, "B")];

    /// <summary>A value with its unit.</summary>
    /// <param name="value">The value; NaN and infinities give <see cref="None"/>.</param>
    /// <param name="quantity">What it is.</param>
    /// <param name="digits">Significant digits, 1 … 6.</param>
    public static string Of(double value, Quantity quantity, int digits = 3)
    {
        if (!double.IsFinite(value)) return None;
        return quantity switch
        {
            Quantity.Time_us => Scaled(value, _times_us, digits),
            Quantity.Time_s => Scaled(value * 1e6, _times_us, digits),
            Quantity.Size_bytes => Scaled(value, _sizes, digits),
            Quantity.Share => Digits(value * 100, digits) + " %",
            Quantity.Rate_per_s => Prefixed(value, digits) + (NeedsPrefix(value, digits) ? "" : " ") + "/s",
            _ => Digits(value, digits),
        };
    }

    /// <summary>A number with an SI prefix and no unit: <c>12.3 k</c>.</summary>
    public static string Prefixed(double value, int digits = 3) =>
        double.IsFinite(value) ? Scaled(value, _prefixes, digits).TrimEnd() : None;

    /// <summary>A number with so many significant digits, never in exponent form, zeros after the point kept only where
    /// they are significant.</summary>
    public static string Digits(double value, int digits = 3)
    {
        if (!double.IsFinite(value)) return None;
        if (value == 0) return "0";
        var rounded = Round(value, digits);
        var decimals = Math.Clamp(digits - 1 - Magnitude(rounded), 0, 12);
        return Plain(rounded, decimals);
    }

    /// <summary>A number with so many decimals.</summary>
    public static string Plain(double value, int decimals)
    {
        if (!double.IsFinite(value)) return None;
        return ReadableNumber.Of(value, "F" + decimals.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A whole number with groups of three: <c>1,234,567</c>.</summary>
    public static string Count(long value) => ReadableNumber.Of(value);

    /// <summary>A number in full for tables of raw data: groups of three, one decimal below 1,000, two below
    /// 10.</summary>
    public static string Grouped(double value) => !double.IsFinite(value) ? None
        : ReadableNumber.Of(value, Math.Abs(value) < 10 ? "N2" : Math.Abs(value) < 1000 ? "N1" : "N0");

    /// <summary>The label of a tick: no digits that only say zero.</summary>
    public static string Tick(double value, Quantity quantity)
    {
        if (value == 0) return quantity == Quantity.Share ? "0 %" : "0";
        return quantity switch
        {
            Quantity.Time_us => Trimmed(value, _times_us),
            Quantity.Size_bytes => Trimmed(value, _sizes),
            Quantity.Share => ReadableNumber.Of(value * 100, "0.####") + " %",
            Quantity.Rate_per_s => Trimmed(value, _prefixes).TrimEnd(),
            _ => ReadableNumber.Of(value, "0.######"),
        };
    }

    private static bool NeedsPrefix(double value, int digits) => Math.Abs(Round(value, digits)) >= 1e3;

    private static string Trimmed(double value, (double Factor, string Unit)[] steps)
    {
        var (factor, unit) = StepOf(value, steps);
        return ReadableNumber.Of(value / factor, "0.####") + " " + unit;
    }

    private static string Scaled(double value, (double Factor, string Unit)[] steps, int digits)
    {
        var (factor, unit) = StepOf(Round(value, digits), steps);
        return Digits(value / factor, digits) + " " + unit;
    }

    private static (double Factor, string Unit) StepOf(double value, (double Factor, string Unit)[] steps)
    {
        var size = Math.Abs(value);
        if (size == 0) return Array.Find(steps, step => step.Factor == 1);
        foreach (var step in steps)
        {
            if (size >= step.Factor * (1 - 1e-9)) return step;
        }

        return steps[^1];
    }

    private static double Round(double value, int digits)
    {
        if (value == 0) return 0;
        var step = digits - 1 - Magnitude(value);
        return step is >= 0 and <= 15 ? Math.Round(value, step, MidpointRounding.AwayFromZero)
            : step > 15 ? value
            : Math.Round(value / Math.Pow(10, -step), MidpointRounding.AwayFromZero) * Math.Pow(10, -step);
    }

    private static int Magnitude(double value) => (int)Math.Floor(Math.Log10(Math.Abs(value)) + 1e-12);
}
