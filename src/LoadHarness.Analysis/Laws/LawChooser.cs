namespace LoadHarness.Analysis.Laws;

/// <summary>Chooses among the laws instead of assuming one (METHOD.md B.4).</summary>
public static class LawChooser
{
    /// <summary>Share of the most throughput per client from which on a level counts: noise moves the most.</summary>
    private const double Nearly = 0.9;

    /// <summary>Fits every law. Null when there are too few levels.</summary>
    /// <param name="levels">Levels with some throughput, by clients, each number of clients once.</param>
    public static LawChoice? Choose(IReadOnlyList<LawPoint> levels)
    {
        if (levels.Count < LawFitter.FewestLevels) return null;
        var fits = LawFamily.All.Select(family => LawFitter.Fit(family.Kind, levels)).ToList();
        var least = fits.Min(fit => fit.Aicc);
        var likelihoods = fits.ConvertAll(fit => Math.Exp((least - fit.Aicc) / 2));
        return new LawChoice(fits, likelihoods.ConvertAll(likelihood => likelihood / likelihoods.Sum()));
    }

    /// <summary>
    /// Levels from the first one with nearly the most throughput per client on: before it, wake-ups are still being
    /// amortised and throughput grows faster than the clients, which no law allows (METHOD.md "On small machines").
    /// </summary>
    /// <param name="levels">Levels by clients, rising.</param>
    public static IReadOnlyList<LawPoint> FromFullEfficiency(IReadOnlyList<LawPoint> levels)
    {
        if (levels.Count == 0) return levels;
        var most = levels.Max(level => level.Throughput_per_s / level.Clients);
        return [.. levels.SkipWhile(level => level.Throughput_per_s / level.Clients < Nearly * most)];
    }
}
