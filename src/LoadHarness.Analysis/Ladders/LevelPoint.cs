using LoadHarness.Results;

namespace LoadHarness.Analysis.Ladders;

/// <summary>One visit of one level of one curve, as the ladder sees it.</summary>
/// <param name="Clients">Simultaneous clients.</param>
/// <param name="Phase">Why it was visited.</param>
/// <param name="Windows_per_s">Throughput of the windows that count, operations/s, in order of time.</param>
/// <param name="Validity">What the checks say.</param>
public sealed record LevelPoint(
    int Clients, LevelPhase Phase, IReadOnlyList<double> Windows_per_s, LevelValidity Validity)
{
    /// <summary>Takes it from a level as it was measured.</summary>
    public static LevelPoint Of(MeasuredLevel level)
    {
        var total = level.Levels[^1];
        var kept = level.Windows.Where(w => w.State == WindowState.Kept && w.Length_s > 0);
        return new LevelPoint(
            total.Key.Clients,
            total.Key.Phase,
            [.. kept.Select(w => w.Operations / w.Length_s)],
            LevelValidity.Parse(total.Validity));
    }
}
