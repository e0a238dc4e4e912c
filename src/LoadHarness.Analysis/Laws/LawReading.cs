namespace LoadHarness.Analysis.Laws;

/// <summary>Which law a curve follows, and how sure that is.</summary>
/// <param name="Choice">The laws side by side.</param>
/// <param name="Spread">Knee and ceiling of the best, with intervals.</param>
/// <param name="Levels">The levels that the laws were fitted on, by clients, rising.</param>
public sealed record LawReading(LawChoice Choice, LawSpread Spread, IReadOnlyList<LawLevel> Levels)
{
    /// <summary>Levels beyond the knee from which on it does not rest on a single one (METHOD.md, defaults).</summary>
    public const int FewestBeyondKnee = 3;

    /// <summary>Fewest clients of those levels.</summary>
    public int FromClients => Levels[0].Clients;

    /// <summary>Most clients of those levels: beyond, the law is an extrapolation.</summary>
    public int ToClients => Levels[^1].Clients;

    /// <summary>Levels with more clients than the knee.</summary>
    public int LevelsBeyondKnee => Levels.Count(level => level.Clients > Choice.Best.Law.KneeClients);
}
