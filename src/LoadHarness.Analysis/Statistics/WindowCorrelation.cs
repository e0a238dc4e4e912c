namespace LoadHarness.Analysis.Statistics;

/// <summary>
/// The lag-1 correlation of the windows of a curve. Ten windows hardly show it (standard error 0.3), and an interval
/// inflated by what one level shows is inflated by chance; all levels of a curve together show it. In a series of n
/// values of correlation ρ the lag-1 correlation seen is ρ − (1 + 4ρ)/n on average (Marriott and Pope, Biometrika 41,
/// 1954); solved for ρ, it is (n·seen + 1)/(n − 4), of which sums are taken over levels. What is seen is drawn towards
/// what is expected, as by so many windows more. A negative correlation counts as none. The usual value and both
/// weights are choices of ours, made by simulation and by the windows of measured servers: docs/error-rates.md.
/// </summary>
public static class WindowCorrelation
{
    /// <summary>What windows of servers usually show.</summary>
    public const double Usual = 0.25;

    private const double WeightOfUsual = 15;
    private const double WeightOfCurve = 40;

    private const double Most = 0.9;

    /// <summary>Values of a series that its mean and the bias cost.</summary>
    private const int Lost = 4;

    /// <summary>The correlation of all levels of a curve together, 0 … 0.9; <see cref="Usual"/> of none.</summary>
    /// <param name="levels">The windows of each, in order of time.</param>
    public static double OfCurve(IEnumerable<IReadOnlyList<double>> levels) => Drawn(levels, Usual, WeightOfUsual);

    /// <summary>The correlation of one level, 0 … 0.9.</summary>
    /// <param name="values">Its windows or their batches, in order of time.</param>
    /// <param name="expected">The correlation of its curve.</param>
    public static double OfLevel(IReadOnlyList<double> values, double expected) =>
        Drawn([values], expected, WeightOfCurve);

    /// <summary>
    /// The correlation of neighbouring means of <paramref name="size"/> values of a first-order autoregression:
    /// ρ(1 − ρᵏ)² / (k(1 − ρ²) − 2ρ(1 − ρᵏ)), from the sums of ρ over the pairs of values within and across batches.
    /// </summary>
    /// <param name="correlation">ρ of the values, 0 … below 1.</param>
    /// <param name="size">k, values in a batch, ≥ 1.</param>
    public static double OfBatches(double correlation, int size)
    {
        var rest = 1 - Math.Pow(correlation, size);
        return correlation * rest * rest
            / (size * (1 - correlation * correlation) - 2 * correlation * rest);
    }

    private static double Drawn(IEnumerable<IReadOnlyList<double>> series, double towards, double weight)
    {
        var (sum, count) = (weight * towards, weight);
        foreach (var values in series)
        {
            if (values.Count <= Lost) continue;
            sum += values.Count * Correlation.Lag1(values) + 1;
            count += values.Count - Lost;
        }

        return Math.Clamp(sum / count, 0, Most);
    }
}
