using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Analysis.Statistics;

/// <summary>Percentiles from merged histograms, and how far they can be known (METHOD.md A.4).</summary>
public static class Percentiles
{
    /// <summary>Values that must lie beyond a percentile before it is shown.</summary>
    private const double FewestBeyond = 6;

    private const double Z95 = 1.959963984540054;

    /// <summary>True when n(1−p) ≥ 6: then the percentile has a finite upper 95 % bound and may be shown.</summary>
    /// <param name="count">Values, n.</param>
    /// <param name="quantile">p, 0 … 1.</param>
    public static bool IsKnown(long count, double quantile) => count * (1 - quantile) >= FewestBeyond - 1e-6;

    /// <summary>The percentile, µs; NaN when there are too few values beyond it.</summary>
    public static double Value_us(LatencyHistogram histogram, double quantile) =>
        IsKnown(histogram.Count, quantile) ? histogram.ValueAtQuantile_ns(quantile) / 1e3 : double.NaN;

    /// <summary>
    /// The ranks between which the true percentile lies with 95 %: np ± 1.96·√(np(1−p)) for n independent values
    /// (the normal approximation of the binomial; Lancet uses it).
    /// </summary>
    /// <returns>
    /// Ranks 1 … n; the high one is n + 1 when it is beyond the largest value, the low one 0 when below the smallest.
    /// </returns>
    public static (long Low, long High) Ranks(long count, double quantile)
    {
        var middle = count * quantile;
        var half = Z95 * Math.Sqrt(count * quantile * (1 - quantile));
        return (Math.Max(0, (long)Math.Floor(middle - half)), Math.Min(count + 1, (long)Math.Ceiling(middle + half)));
    }

    /// <summary>The percentile with its 95 % interval, µs. An end beyond the data is NaN.</summary>
    public static Interval Interval_us(LatencyHistogram histogram, double quantile)
    {
        if (!IsKnown(histogram.Count, quantile)) return Interval.None;
        var (low, high) = Ranks(histogram.Count, quantile);
        return new Interval(
            histogram.ValueAtQuantile_ns(quantile) / 1e3,
            low < 1 ? double.NaN : histogram.ValueAtQuantile_ns((double)low / histogram.Count) / 1e3,
            high > histogram.Count ? double.NaN : histogram.ValueAtQuantile_ns((double)high / histogram.Count) / 1e3,
            (int)Math.Min(int.MaxValue, histogram.Count),
            IntervalBasis.Windows);
    }
}
