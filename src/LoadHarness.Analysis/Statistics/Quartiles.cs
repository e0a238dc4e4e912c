namespace LoadHarness.Analysis.Statistics;

/// <summary>Quantiles of a few values.</summary>
public static class Quartiles
{
    /// <summary>
    /// The quantile with linear interpolation between neighbours (Hyndman and Fan's type 7); NaN without values.
    /// </summary>
    /// <param name="sorted">Values in rising order.</param>
    /// <param name="quantile">0 … 1.</param>
    public static double Of(IReadOnlyList<double> sorted, double quantile)
    {
        if (sorted.Count == 0) return double.NaN;
        var place = (sorted.Count - 1) * quantile;
        var low = (int)Math.Floor(place);
        var high = Math.Min(low + 1, sorted.Count - 1);
        return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
    }
}
