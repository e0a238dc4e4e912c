using MathNet.Numerics.Distributions;

namespace LoadHarness.Analysis.Statistics;

/// <summary>
/// Where the level of a series changes for good (METHOD.md B.7): the series is cut where the difference of both sides
/// is clearest by Student's t, and each side again, while a cut is beyond chance and large enough to matter. As in
/// Hunter (Fleming and others, ICPE 2023) the t-test stands in for the permutations of the energy-divisive method, so
/// that the result is always the same; every cut that was tried counts as a test (Bonferroni).
/// </summary>
public static class ChangePoints
{
    private const double Chance = 0.01;
    private const int FewestOnASide = 2;

    /// <summary>The places at which a new level begins, rising: indices into the series.</summary>
    /// <param name="values">The series in order of time.</param>
    /// <param name="smallest">Smallest difference of means that matters, in the unit of the values.</param>
    public static IReadOnlyList<int> Find(IReadOnlyList<double> values, double smallest)
    {
        var found = new List<int>();
        Find(values, 0, values.Count, smallest, found);
        return [.. found.Order()];
    }

    private static void Find(IReadOnlyList<double> values, int from, int to, double smallest, List<int> found)
    {
        var tried = to - from - 2 * FewestOnASide + 1;
        if (tried < 1) return;
        var (cut, p, size) = Enumerable.Range(from + FewestOnASide, tried)
            .Select(at => Test(values, from, at, to)).MinBy(test => test.P);
        if (!(p * tried <= Chance) || size < smallest) return;
        found.Add(cut);
        Find(values, from, cut, smallest, found);
        Find(values, cut, to, smallest, found);
    }

    /// <summary>
    /// Both sides scatter alike: with two values on a side, Welch's test finds differences far too often.
    /// </summary>
    private static (int Cut, double P, double Size) Test(IReadOnlyList<double> values, int from, int at, int to)
    {
        var (before, after) = (Side(values, from, at), Side(values, at, to));
        var size = Math.Abs(before.Average() - after.Average());
        var freedom = before.Count + after.Count - 2;
        var variance = (Squares(before) + Squares(after)) / freedom;
        var error = Math.Sqrt(variance * (1.0 / before.Count + 1.0 / after.Count));
        if (!(error > 0)) return (at, size > 0 ? 0 : 1, size);
        return (at, 2 * StudentT.CDF(0, 1, freedom, -size / error), size);
    }

    private static List<double> Side(IReadOnlyList<double> values, int from, int to) =>
        [.. values.Skip(from).Take(to - from)];

    private static double Squares(List<double> side)
    {
        var mean = side.Average();
        return side.Sum(value => (value - mean) * (value - mean));
    }
}
