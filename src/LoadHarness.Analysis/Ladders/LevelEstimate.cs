using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Ladders;

/// <summary>One level of one start of the SUT, all its visits together.</summary>
/// <param name="Clients">Simultaneous clients.</param>
/// <param name="Throughput">Mean of the windows that count, operations/s, with its error.</param>
/// <param name="Windows">Windows that count.</param>
/// <param name="Validity">Worst of the visits.</param>
public sealed record LevelEstimate(int Clients, MeanEstimate Throughput, int Windows, LevelValidity Validity)
{
    /// <summary>
    /// Merges visits of the same level; rising by clients. How neighbouring windows are correlated is taken from all of
    /// the visits.
    /// </summary>
    public static IReadOnlyList<LevelEstimate> Of(IEnumerable<LevelPoint> visits)
    {
        var list = visits.ToList();
        return Of(list, WindowCorrelation.OfCurve(list.Select(v => v.Windows_per_s)));
    }

    /// <summary>Merges visits of the same level; rising by clients.</summary>
    /// <param name="visits">The visits.</param>
    /// <param name="correlation">Of their curve's windows: <see cref="WindowCorrelation.OfCurve"/>.</param>
    public static IReadOnlyList<LevelEstimate> Of(IEnumerable<LevelPoint> visits, double correlation) =>
    [
        .. visits.Where(v => v.Windows_per_s.Count > 0).GroupBy(v => v.Clients).OrderBy(g => g.Key).Select(level =>
        {
            var windows = level.SelectMany(v => v.Windows_per_s).ToList();
            return new LevelEstimate(
                level.Key, BatchMeans.Estimate(windows, correlation), windows.Count,
                level.MaxBy(v => v.Validity.Grade)!.Validity);
        }),
    ];
}
