using LoadHarness.Analysis.Linearizability;
using LoadHarness.Contracts.Histories;
using LoadHarness.Contracts.Loading;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Lets clients record what they do at a level, on keys that nobody has used, and checks it behind the level.
/// </summary>
/// <param name="isAsked">False does nothing.</param>
internal sealed class HistoryWatch(bool isAsked)
{
    /// <summary>Operations of one level that can be recorded, all threads together: 32 MB.</summary>
    internal const int Room = 1_000_000;

    private int _number;
    private IReadOnlyList<IHistorySource> _sources = [];

    /// <summary>A level begins; before its preparation.</summary>
    /// <param name="populations">All that prepare or operate.</param>
    public void Begin(IEnumerable<IClientPopulation> populations)
    {
        if (!isAsked) return;
        _sources = [.. populations.OfType<IHistorySource>().Distinct()];
        _number++;
        foreach (var source in _sources) source.BeginHistory(_number, Room / _sources.Count);
    }

    /// <summary>The level has ended.</summary>
    /// <returns>Null where nobody asked, or the stage has no history.</returns>
    public HistoryReading? Check() =>
        _sources.Count == 0 ? null : LevelHistory.Check([.. _sources.Select(source => source.TakeHistory())]);
}
