using LoadHarness.Results;

namespace LoadHarness.Analysis.Ladders;

/// <summary>Which levels show what overload does.</summary>
/// <param name="Clients">The levelled-out point: visited just before and just after.</param>
/// <param name="Overload">Clients of the overload.</param>
public readonly record struct OverloadLevels(int Clients, int Overload)
{
    /// <summary>
    /// Clients of the overload relative to the levelled-out point. A plateau reaches to about twice that point; twice
    /// as far again is overload that the ladder has not seen.
    /// </summary>
    public const int Factor = 4;

    /// <summary>With fewer times the clients it would be the plateau once more.</summary>
    private const int Fewest = 2;

    /// <summary>Finds them.</summary>
    /// <param name="rules">The run's rules; they say how many clients there may be.</param>
    /// <param name="visits">Levels of the first start of the SUT.</param>
    /// <returns>
    /// Null where nothing levels out, or not even twice the clients are allowed. Where throughput falls behind a peak
    /// the peak is the point.
    /// </returns>
    public static OverloadLevels? Of(MeasuringRules rules, IReadOnlyList<LevelPoint> visits)
    {
        var levels = LevelEstimate.Of(visits);
        if (rules.Levels.Count > 0 || Plateau.Find(rules, levels) is not { } plateau) return null;
        var clients = Decline.Find(rules, levels) is { } decline ? decline.Peak.Clients : plateau.Clients;
        var overload = (int)Math.Min((long)Factor * clients, rules.MaxClients);
        return overload >= Fewest * clients ? new OverloadLevels(clients, overload) : null;
    }
}
