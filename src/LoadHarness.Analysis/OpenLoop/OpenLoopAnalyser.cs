using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Levels;
using LoadHarness.Results;

namespace LoadHarness.Analysis.OpenLoop;

/// <summary>Makes the curves of latency against offered load of a run.</summary>
internal static class OpenLoopAnalyser
{
    /// <summary>In the order in which the run offered them first.</summary>
    /// <param name="run">The run.</param>
    /// <param name="curves">Its curves over clients, which know the capacities.</param>
    public static IReadOnlyList<OpenCurve> Of(StoredRun run, IReadOnlyList<CurveAnalysis> curves) =>
    [
        .. LevelVisit.Of(run).Where(visit => visit.Key.Phase == LevelPhase.Open)
            .GroupBy(visit => CurveKey.Of(visit.Key))
            .Select(visits => Of(visits.Key, visits, curves.FirstOrDefault(curve => curve.Key == visits.Key)?.Verdict)),
    ];

    private static OpenCurve Of(CurveKey key, IEnumerable<LevelVisit> visits, Verdict? verdict) => new()
    {
        Key = key,
        Levels =
        [
            .. visits.GroupBy(visit => visit.Total.Open.RequestedRate_per_s).OrderBy(rate => rate.Key)
                .Select(rate => OpenLevelMerge.Of([.. rate])),
        ],
        Capacity_per_s = verdict?.Capacity.Estimate ?? double.NaN,
        IsLowerBound = verdict?.IsLowerBound ?? false,
    };
}
