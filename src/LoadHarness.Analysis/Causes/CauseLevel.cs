using LoadHarness.Analysis.Ladders;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Causes;

/// <summary>At which level it is asked who is the limit.</summary>
public static class CauseLevel
{
    /// <summary>
    /// The peak where throughput falls behind it, else the middle of the plateau: at its first level some time is still
    /// spent on the way, and then extra work in the generator costs a little whoever is the limit.
    /// </summary>
    /// <param name="rules">The run's rules.</param>
    /// <param name="visits">Levels of the first start of the SUT.</param>
    /// <returns>Clients; null where nothing levels out.</returns>
    public static int? Of(MeasuringRules rules, IReadOnlyList<LevelPoint> visits)
    {
        var levels = LevelEstimate.Of(visits);
        if (Plateau.Find(rules, levels) is not { } plateau) return null;
        return Decline.Find(rules, levels) is { } decline
            ? decline.Peak.Clients
            : plateau.Levels[plateau.Levels.Count / 2].Clients;
    }
}
