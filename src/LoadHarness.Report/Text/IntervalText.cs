using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Report.Text;

/// <summary>Estimates with their intervals, all three numbers with the same prefix and the same decimals.</summary>
public static class IntervalText
{
    /// <summary>Relative half width from which a third digit would pretend to a precision that is not there.</summary>
    private const double Wide = 0.2;

    private static readonly (
        double Factor, string Prefix)[] _prefixes = [(1e9, " G"), (1e6, " M"), (1e3, " k"), (1, "")];

    /// <summary>A rate as <c>1.02 k (0.99 k – 1.05 k)</c>; without an interval the estimate alone.</summary>
    public static string Rate(Interval interval) => Of(interval, scaled: true);

    /// <summary>
    /// The estimate of a rate alone, with the digits that its interval allows: the same as in <see cref="Rate"/>.
    /// </summary>
    public static string Estimate(Interval interval)
    {
        if (!double.IsFinite(interval.Estimate)) return NumberText.None;
        var (factor, prefix, decimals) = Form(interval, scaled: true);
        return NumberText.Plain(interval.Estimate / factor, decimals) + prefix;
    }

    /// <summary>A ratio as <c>0.72 (0.70 – 0.74)</c>.</summary>
    public static string Ratio(Interval interval) => Of(interval, scaled: false);

    /// <summary>The ends alone, as <c>0.99 k – 1.05 k</c>; <see cref="NumberText.None"/> when unknown.</summary>
    public static string Ends(Interval interval)
    {
        if (!interval.IsKnown) return NumberText.None;
        var (factor, prefix, decimals) = Form(interval, scaled: true);
        return NumberText.Plain(interval.Low / factor, decimals) + prefix + " – "
            + NumberText.Plain(interval.High / factor, decimals) + prefix;
    }

    private static string Of(Interval interval, bool scaled)
    {
        if (!double.IsFinite(interval.Estimate)) return NumberText.None;
        var (factor, prefix, decimals) = Form(interval, scaled);
        var text = NumberText.Plain(interval.Estimate / factor, decimals) + prefix;
        if (!interval.IsKnown) return text;
        return $"{text} ({NumberText.Plain(interval.Low / factor, decimals)}{prefix} – "
            + $"{NumberText.Plain(interval.High / factor, decimals)}{prefix})";
    }

    private static (double Factor, string Prefix, int Decimals) Form(Interval interval, bool scaled)
    {
        var size = Math.Abs(interval.Estimate);
        var (factor, prefix) = scaled ? Array.Find(_prefixes, step => size >= step.Factor * 0.9995) : (1, "");
        if (factor == 0) (factor, prefix) = (1, "");
        var digits = interval.IsKnown && interval.RelativeHalfWidth >= Wide ? 2 : 3;
        if (size == 0) return (factor, prefix, 0);
        return (factor, prefix, Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(size / factor) + 1e-4), 0, 6));
    }
}
