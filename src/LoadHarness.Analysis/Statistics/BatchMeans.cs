namespace LoadHarness.Analysis.Statistics;

/// <summary>
/// The interval of a mean from dependent values (METHOD.md B.5): the series is cut into 20 to 30 batches, fewer when
/// there are fewer values, and lengthened until successive batches are hardly correlated (lag 1 below 0.2) or only ten
/// are left. What correlation is left makes the error larger: batches count for as many as <see cref="EffectiveCount"/>
/// says, m, and the squared error is Σ(xᵢ − mean)²/n/(m − 1), since correlated values scatter less about their own
/// mean, too. Source: Law and Kelton, Simulation Modeling and Analysis, "batch means".
/// </summary>
public static class BatchMeans
{
    private const int FewestBatches = 20;
    private const int FewestAfterLengthening = 10;
    private const double Uncorrelated = 0.2;

    /// <summary>Mean and its standard error; the error is unknown below two values.</summary>
    /// <param name="values">The series in order of time.</param>
    /// <param name="correlation">
    /// The lag-1 correlation to be expected of it: <see cref="WindowCorrelation.OfCurve"/>.
    /// </param>
    public static MeanEstimate Estimate(
        IReadOnlyList<double> values, double correlation = WindowCorrelation.Usual)
    {
        if (values.Count == 0) return MeanEstimate.Unknown;
        var mean = values.Average();
        if (values.Count < 2) return new MeanEstimate(mean, double.NaN, 0);
        var batches = Batches(values);
        var expected = WindowCorrelation.OfBatches(correlation, values.Count / batches.Length);
        var independent = EffectiveCount.Of(batches.Length, WindowCorrelation.OfLevel(batches, expected));
        var freedom = batches.Length - 1;
        var error = Dispersion.StandardDeviation(batches)
            * Math.Sqrt(freedom / (batches.Length * (independent - 1)));
        return new MeanEstimate(mean, error, freedom);
    }

    /// <summary>The batch means used. Values that do not fill a batch are left out at the beginning.</summary>
    public static double[] Batches(IReadOnlyList<double> values)
    {
        var size = Math.Max(1, values.Count / FewestBatches);
        var batches = Cut(values, size);
        while (batches.Length / 2 >= FewestAfterLengthening && Correlation.Lag1(batches) > Uncorrelated)
        {
            size *= 2;
            batches = Cut(values, size);
        }

        return batches;
    }

    private static double[] Cut(IReadOnlyList<double> values, int size)
    {
        var count = values.Count / size;
        var start = values.Count - count * size;
        return [.. Enumerable.Range(0, count)
            .Select(b => Enumerable.Range(start + b * size, size).Average(i => values[i]))];
    }
}
