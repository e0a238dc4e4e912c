namespace LoadHarness.Analysis.Statistics;

/// <summary>
/// The shift between two samples: median of all pairwise differences, with the interval from inverting Mann and
/// Whitney's test.
/// Source: Hodges and Lehmann, Annals of Mathematical Statistics 34 (1963).
/// </summary>
public static class HodgesLehmann
{
    private const double OneSidedError = 0.025;

    /// <summary>
    /// first − second with its 95 % interval; the ends are NaN when the samples are too small for 95 % (below 4 and 4).
    /// </summary>
    public static Interval Shift(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        if (first.Count == 0 || second.Count == 0) return Interval.None;
        var differences = first.SelectMany(a => second.Select(b => a - b)).Order().ToArray();
        var middle = differences.Length / 2;
        var median = differences.Length % 2 == 1
            ? differences[middle]
            : (differences[middle - 1] + differences[middle]) / 2;
        var outside = Outside(first.Count, second.Count);
        var count = Math.Min(first.Count, second.Count);
        return outside < 0
            ? new Interval(median, double.NaN, double.NaN, count, IntervalBasis.Restarts)
            : new Interval(median, differences[outside], differences[^(outside + 1)], count, IntervalBasis.Restarts);
    }

    /// <summary>
    /// The largest k with P(U ≤ k) ≤ 2.5 %: so many differences lie outside on each side; −1 when there is none.
    /// </summary>
    private static int Outside(int first, int second)
    {
        var k = -1;
        while (MannWhitney.Cumulative(first, second, k + 1) <= OneSidedError) k++;
        return k;
    }
}
