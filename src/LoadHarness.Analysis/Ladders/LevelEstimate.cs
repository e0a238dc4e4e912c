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
    /// <summary>Merges visits of the same level; rising by clients.</summary>
    public static IReadOnlyList<LevelEstimate> Of(IEnumerable<LevelPoint> visits) =>
    [
        .. visits.Where(v => v.Windows_per_s.Count > 0).GroupBy(v => v.Clients).OrderBy(g => g.Key).Select(level =>
        {
            var windows = level.SelectMany(v => v.Windows_per_s).ToList();
            return new LevelEstimate(
                level.Key, BatchMeans.Estimate(windows), windows.Count, level.MaxBy(v => v.Validity.Grade)!.Validity);
        }),
    ];
}
