using LoadHarness.Analysis.Ladders;

namespace LoadHarness.Analysis.Curves;

/// <summary>The pooled throughput of the same levels, start by start.</summary>
internal static class RestartEstimates
{
    /// <summary>One estimate for each start that visited at least one of the levels.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="clients">The levels to pool.</param>
    public static IReadOnlyList<RestartEstimate> Of(CurveReading curve, IReadOnlyList<int> clients) =>
    [
        .. curve.Starts.OrderBy(s => s.Key)
            .Select(start => (start.Key, Levels: LevelEstimate.Of(start.Value.Where(v => clients.Contains(v.Clients)))))
            .Where(start => start.Levels.Count > 0)
            .Select(start => new RestartEstimate(start.Key, Plateau.Pool(start.Levels).Mean, start.Levels.Count))
            .Where(start => start.Throughput_per_s > 0),
    ];
}
