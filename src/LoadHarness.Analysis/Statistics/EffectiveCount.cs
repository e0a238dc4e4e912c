namespace LoadHarness.Analysis.Statistics;

/// <summary>
/// How many independent values a correlated series is worth when its mean is taken: n·(1 − ρ)/(1 + ρ) for a first-order
/// autoregression of correlation ρ (Bayley and Hammersley, Journal of the Royal Statistical Society, Supplement 8,
/// 1946; Zwiers and von Storch, Journal of Climate 8, 1995). The lag-1 correlation of a short series lies (1 + 4ρ)/n
/// below ρ on average (Marriott and Pope, Biometrika 41, 1954), which is put back. Ten values hardly show ρ at all, so
/// it is drawn towards what windows of servers usually have, with the weight of ten values. A negative one counts as
/// none. Usual value and weight are choices of ours, made by simulation: docs/error-rates.md.
/// </summary>
public static class EffectiveCount
{
    private const double Usual = 0.2;
    private const double WeightOfUsual = 10;
    private const double Most = 0.9;
    private const double Fewest = 2;

    /// <summary>The number, from 2 to the count of values; with fewer than three values their count.</summary>
    /// <param name="values">The series in order of time.</param>
    public static double Of(IReadOnlyList<double> values)
    {
        double count = values.Count;
        var lag1 = Correlation.Lag1(values);
        if (double.IsNaN(lag1)) return count;
        var seen = lag1 + (1 + 4 * lag1) / count;
        var correlation = Math.Clamp((count * seen + WeightOfUsual * Usual) / (count + WeightOfUsual), 0, Most);
        return Math.Max(Fewest, count * (1 - correlation) / (1 + correlation));
    }
}
