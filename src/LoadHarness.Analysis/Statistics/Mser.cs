namespace LoadHarness.Analysis.Statistics;

/// <summary>
/// The warm-up cut by the marginal standard error rule: of all d, the one with the smallest Σ(Yᵢ−mean)²/(n−d)² over
/// what is kept.
/// Source: White and Minnox (1994); batches of five: Spratt (1998) (METHOD.md A.5).
/// </summary>
public static class Mser
{
    /// <summary>Values (batches) that stay at least: the rule is unreliable at the very end of a series.</summary>
    private const int Rest = 4;

    /// <summary>How many values at the beginning are warm-up.</summary>
    /// <param name="values">The series in order of time.</param>
    /// <param name="batch">
    /// Values averaged before the rule is applied: 5 for raw series, 1 when the values are means already.
    /// </param>
    /// <param name="most">The largest cut looked at; the whole series but its very end by default.</param>
    /// <returns>
    /// A multiple of <paramref name="batch"/>; more than half the series says: too short to be steady.
    /// </returns>
    public static int Cut(IReadOnlyList<double> values, int batch, int most = int.MaxValue)
    {
        var count = values.Count / batch;
        var means = new double[count];
        for (var b = 0; b < count; b++)
        {
            for (var i = 0; i < batch; i++) means[b] += values[b * batch + i] / batch;
        }

        // Backwards, so that mean and squares grow by one value at a time (Welford).
        var (best, bestValue) = (0, double.PositiveInfinity);
        double mean = 0, squares = 0;
        for (var d = count - 1; d >= 0; d--)
        {
            double kept = count - d;
            var difference = means[d] - mean;
            mean += difference / kept;
            squares += difference * (means[d] - mean);
            if (d > count - Rest || d > most / batch || squares / (kept * kept) > bestValue) continue;
            (best, bestValue) = (d, squares / (kept * kept));
        }

        return best * batch;
    }
}
