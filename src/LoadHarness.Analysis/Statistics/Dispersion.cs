namespace LoadHarness.Analysis.Statistics;

/// <summary>Spread of values about their mean.</summary>
public static class Dispersion
{
    /// <summary>Sample standard deviation (n − 1); NaN below two values.</summary>
    public static double StandardDeviation(IReadOnlyCollection<double> values)
    {
        if (values.Count < 2) return double.NaN;
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
    }

    /// <summary>
    /// Coefficient of variation: standard deviation over mean; NaN below two values or for a mean of 0.
    /// </summary>
    public static double Cv(IReadOnlyCollection<double> values)
    {
        if (values.Count < 2) return double.NaN;
        var mean = values.Average();
        return mean == 0 ? double.NaN : StandardDeviation(values) / Math.Abs(mean);
    }
}
