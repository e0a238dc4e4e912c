using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>From which to which value an axis goes.</summary>
internal static class AxisRange
{
    private static readonly double[] _steps = [1, 2, 5, 10];

    /// <summary>The range that shows all values: from 0 to a round number (linear), with a margin (log2), or between
    /// round numbers (log10).</summary>
    /// <param name="axis">The axis; its own Low and High win.</param>
    /// <param name="values">What must be seen; values that are no number, or not above 0 on a log axis, are left
    /// out.</param>
    public static (double Low, double High) Of(Axis axis, IEnumerable<double> values)
    {
        var shown = values.Where(value => double.IsFinite(value) && (axis.Scale == AxisScale.Linear || value > 0))
            .ToList();
        if (shown.Count == 0) shown.Add(1);
        var (low, high) = axis.Scale switch
        {
            AxisScale.Linear => Linear(axis.Low ?? Math.Min(0, shown.Min()), shown.Max(), axis.Quantity),
            AxisScale.Log2 => (shown.Min() / 1.18, shown.Max() * 1.18),
            _ => (RoundDown(shown.Min()), RoundUp(shown.Max())),
        };
        (low, high) = (axis.Low ?? low, axis.High ?? high);
        if (high > low) return (low, high);
        return axis.Scale == AxisScale.Linear ? (low, low + 1) : (low, low * 10);
    }

    /// <summary>The 1-2-5 step that divides a length into about so many parts; of sizes, a power of two.</summary>
    public static double Step(double length, int parts, Quantity quantity)
    {
        var raw = length / parts;
        if (!(raw > 0) || !double.IsFinite(raw)) return 1;
        if (quantity == Quantity.Size_bytes) return Math.Pow(2, Math.Ceiling(Math.Log2(raw) - 1e-9));
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        return power * Array.Find(_steps, step => step * power >= raw * (1 - 1e-9));
    }

    private static (double Low, double High) Linear(double low, double high, Quantity quantity)
    {
        if (high <= low) return (low, low + 1);
        var step = Step((high - low) * 1.04, 5, quantity);
        return (Math.Floor(low / step + 1e-9) * step, Math.Ceiling((low + (high - low) * 1.04) / step - 1e-9) * step);
    }

    private static double RoundDown(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return power * Array.FindLast(_steps, step => step * power <= value * (1 + 1e-9));
    }

    private static double RoundUp(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return power * Array.Find(_steps, step => step * power >= value * (1 - 1e-9));
    }
}
