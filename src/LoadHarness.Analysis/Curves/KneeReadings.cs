namespace LoadHarness.Analysis.Curves;

/// <summary>
/// Where a curve turns, by the readings in use: they answer different questions, and the plateau is the headline
/// (METHOD.md B.1). 0 or NaN where a reading says nothing.
/// </summary>
public sealed record KneeReadings
{
    /// <summary>Fewest clients from which more bring less than the margin: the verdict's own reading.</summary>
    public int Plateau { get; init; }

    /// <summary>
    /// Where the line of light load meets the ceiling, N* = X_max·(R_1 + Z). Source: the asymptotic bounds of
    /// operational analysis (Denning and Buzen, ACM Computing Surveys 10, 1978).
    /// </summary>
    public double Asymptotes { get; init; } = double.NaN;

    /// <summary>Clients at which throughput over latency is largest. Source: Kleinrock's power, ICC 1979.</summary>
    public int Power { get; init; }

    /// <summary>
    /// Clients at which the curve, both axes from 0 to 1, lies furthest above its diagonal. It depends on how far the
    /// ladder went. Source: Satopää and others, "Finding a Kneedle in a Haystack", ICDCS workshops 2011.
    /// </summary>
    public int Geometric { get; init; }

    /// <summary>Where the law that fits best turns, clients.</summary>
    public double Law { get; init; } = double.NaN;

    /// <summary>Clients beyond which throughput falls.</summary>
    public int Breakdown { get; init; }
}
