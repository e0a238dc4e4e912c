using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Ladders;

/// <summary>
/// Throughput falls from a peak to the highest level, by more than the margin. One way up the ladder cannot tell that
/// from a machine that became slower meanwhile, so the peak is measured again behind the last level, and both again on
/// later starts.
/// </summary>
/// <param name="Peak">The level with the highest throughput.</param>
/// <param name="Last">The highest level.</param>
/// <param name="Drop">Logarithm of last over peak, with its error.</param>
public sealed record Decline(LevelEstimate Peak, LevelEstimate Last, MeanEstimate Drop)
{
    /// <summary>Finds it; null when the drop may be smaller than the margin.</summary>
    /// <param name="rules">The run's rules.</param>
    /// <param name="levels">Levels of one start of the SUT, rising.</param>
    public static Decline? Find(MeasuringRules rules, IReadOnlyList<LevelEstimate> levels)
    {
        var (peak, last) = (levels.MaxBy(l => l.Throughput.Mean)!, levels[^1]);
        var drop = MeanEstimate.LogRatio(last.Throughput, peak.Throughput);
        return drop.UpperBound < -Math.Log(1 + rules.Delta) ? new Decline(peak, last, drop) : null;
    }

    /// <summary>
    /// True when what was measured after the ladder says the same: later starts, else the second visit of the peak.
    /// The largest of several levels is biased upwards in the start that chose it, so that start cannot bear it out.
    /// </summary>
    /// <param name="rules">The run's rules.</param>
    /// <param name="starts">Visits by start of the SUT; the first start, number 0, walked the ladder.</param>
    public bool IsBorneOut(MeasuringRules rules, IReadOnlyDictionary<int, IReadOnlyList<LevelPoint>> starts)
    {
        var later = starts.Where(start => start.Key > 0).Select(start => DropIn(start.Value));
        var drops = later.OfType<double>().ToList();
        if (drops.Count == 0 && starts.TryGetValue(0, out var first)
            && DropIn(first.Where(v => v.Phase == LevelPhase.Confirm)) is { } again)
            drops.Add(again);
        return drops.Count > 0 && drops.Average() < -Math.Log(1 + rules.Delta);
    }

    /// <summary>
    /// A start that saw the peak alone is held against the last level of the ladder. A second visit can move the peak
    /// to a neighbour of about the same height: then the level nearest to it speaks.
    /// </summary>
    private double? DropIn(IEnumerable<LevelPoint> visits)
    {
        var levels = LevelEstimate.Of(visits);
        var last = levels.FirstOrDefault(l => l.Clients == Last.Clients) ?? Last;
        var nearest = levels.Where(l => l.Clients < Last.Clients)
            .MinBy(l => Math.Abs(Math.Log((double)l.Clients / Peak.Clients)));
        return nearest is { Throughput.Mean: > 0 } peak
            ? Math.Log(last.Throughput.Mean / peak.Throughput.Mean)
            : null;
    }
}
