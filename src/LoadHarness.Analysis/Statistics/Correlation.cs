namespace LoadHarness.Analysis.Statistics;

/// <summary>Correlation of a series with itself.</summary>
public static class Correlation
{
    /// <summary>
    /// Lag-1 correlation Σ(xᵢ−m)(xᵢ₊₁−m) / Σ(xᵢ−m)²; NaN below three values, 0 for a constant series.
    /// Source: Box and Jenkins, Time Series Analysis.
    /// </summary>
    public static double Lag1(IReadOnlyList<double> values)
    {
        if (values.Count < 3) return double.NaN;
        var mean = values.Average();
        double products = 0, squares = 0;
        for (var i = 0; i < values.Count; i++)
        {
            squares += (values[i] - mean) * (values[i] - mean);
            if (i > 0) products += (values[i - 1] - mean) * (values[i] - mean);
        }

        return squares == 0 ? 0 : products / squares;
    }
}
