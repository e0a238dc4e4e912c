namespace LoadHarness.Analysis.Statistics;

/// <summary>
/// How many independent values a correlated series is worth when its mean is taken: n·(1 − ρ)/(1 + ρ) for a first-order
/// autoregression of correlation ρ (Bayley and Hammersley, Journal of the Royal Statistical Society, Supplement 8,
/// 1946; Zwiers and von Storch, Journal of Climate 8, 1995).
/// </summary>
public static class EffectiveCount
{
    private const double Fewest = 2;

    /// <summary>The number, from 2 to the count of values.</summary>
    /// <param name="count">Values, ≥ 2.</param>
    /// <param name="correlation">ρ, 0 … below 1.</param>
    public static double Of(int count, double correlation) =>
        Math.Max(Fewest, count * (1 - correlation) / (1 + correlation));
}
