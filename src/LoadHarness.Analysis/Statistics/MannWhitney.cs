namespace LoadHarness.Analysis.Statistics;

/// <summary>
/// Mann and Whitney's test of two small samples, exact by counting all arrangements.
/// Source: Mann and Whitney, Annals of Mathematical Statistics 18 (1947).
/// </summary>
public static class MannWhitney
{
    /// <summary>U: in how many pairs the first sample is larger; a tie counts half.</summary>
    public static double U(IReadOnlyList<double> first, IReadOnlyList<double> second) =>
        first.Sum(a => second.Sum(b => a > b ? 1 : a == b ? 0.5 : 0));

    /// <summary>
    /// Exact two-sided p: twice the smaller tail, at most 1. With ties it is a little too large (conservative).
    /// </summary>
    public static double TwoSidedP(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        if (first.Count == 0 || second.Count == 0) return double.NaN;
        var u = U(first, second);
        var smaller = Math.Min(u, (double)first.Count * second.Count - u);
        return Math.Min(1, 2 * Cumulative(first.Count, second.Count, (int)Math.Ceiling(smaller)));
    }

    /// <summary>P(U ≤ u) when both samples come from the same distribution.</summary>
    public static double Cumulative(int first, int second, int u)
    {
        var counts = Counts(first, second);
        return u < 0 ? 0 : counts.Take(u + 1).Sum() / counts.Sum();
    }

    /// <summary>
    /// Number of arrangements for each value of U: the coefficients of the Gaussian binomial (first + second over
    /// first).
    /// </summary>
    private static double[] Counts(int first, int second)
    {
        var size = first * second + 1;
        var counts = new double[size];
        counts[0] = 1;
        for (var i = 1; i <= first; i++)
        {
            for (var u = size - 1; u >= second + i; u--) counts[u] -= counts[u - second - i];
            for (var u = i; u < size; u++) counts[u] += counts[u - i];
        }

        return counts;
    }
}
