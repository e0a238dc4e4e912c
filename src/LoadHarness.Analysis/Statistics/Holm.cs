namespace LoadHarness.Analysis.Statistics;

/// <summary>
/// Several tests at once: each p is raised so that the chance of any false finding among all of them stays what it was
/// for one. Source: Holm, Scandinavian Journal of Statistics 6 (1979).
/// </summary>
public static class Holm
{
    /// <summary>Adjusted p values in the order given; NaN counts as no test and stays NaN.</summary>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> p)
    {
        var adjusted = p.ToArray();
        var order = Enumerable.Range(0, p.Count).Where(i => !double.IsNaN(p[i])).OrderBy(i => p[i]).ToList();
        var least = 0.0;
        for (var rank = 0; rank < order.Count; rank++)
        {
            least = Math.Max(least, Math.Min(1, (order.Count - rank) * p[order[rank]]));
            adjusted[order[rank]] = least;
        }

        return adjusted;
    }
}
