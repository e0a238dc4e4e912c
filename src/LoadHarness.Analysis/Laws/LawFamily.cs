namespace LoadHarness.Analysis.Laws;

/// <summary>
/// The laws of one kind as points of a plane, so that one search finds the best of any kind. The scale g is not part of
/// it: for a given shape the best one follows.
/// </summary>
/// <param name="Kind">Which law.</param>
/// <param name="HasSecond">Whether the second coordinate means anything.</param>
/// <param name="Make">The law of scale 1 at a point.</param>
internal sealed record LawFamily(LawKind Kind, bool HasSecond, Func<double, double, ScalingLaw> Make)
{
    private const double FewestShare = -9;
    private const double SmallestPairCost = -18;
    private const double SharpestCorner = 3;

    /// <summary>All kinds, in their order.</summary>
    public static IReadOnlyList<LawFamily> All { get; } =
    [
        new(LawKind.Hinge, HasSecond: false, (u, _) => new HingeLaw(1, Math.Exp(u))),
        new(LawKind.SmoothHinge, HasSecond: true,
            (u, v) => new SmoothHingeLaw(1, Math.Exp(u), 1 + Math.Exp(Math.Min(v, SharpestCorner)))),
        new(LawKind.Contention, HasSecond: false, (u, _) => new ContentionLaw(1, Share(u))),
        new(LawKind.Universal, HasSecond: true, (u, v) => new UniversalLaw(1, Share(u), Math.Exp(v))),
    ];

    /// <summary>The family of a kind.</summary>
    public static LawFamily Of(LawKind kind) => All[(int)kind];

    /// <summary>Where the first coordinate is looked for.</summary>
    /// <param name="most">Most clients measured.</param>
    public (double From, double To) First(double most) =>
        Kind is LawKind.Hinge or LawKind.SmoothHinge ? (0, Math.Log(most) + 1) : (FewestShare, 4);

    /// <summary>Where the second coordinate is looked for.</summary>
    public (double From, double To) Second =>
        Kind == LawKind.SmoothHinge ? (-3, SharpestCorner) : (SmallestPairCost, 0);

    private static double Share(double u) => 1 / (1 + Math.Exp(-u));
}
