using LoadHarness.Analysis.Curves;

namespace LoadHarness.Analysis.History;

/// <summary>A curve over the runs of a scenario, oldest first.</summary>
/// <param name="Key">Which curve.</param>
/// <param name="Points">A point for each run that has it.</param>
public sealed record CurveHistory(CurveKey Key, IReadOnlyList<HistoryPoint> Points)
{
    /// <summary>
    /// The levels between the changes: geometric means of the capacities, operations/s, of the points that are more
    /// than lower bounds.
    /// </summary>
    public IReadOnlyList<double> Levels_per_s
    {
        get
        {
            var levels = new List<List<double>>();
            foreach (var point in Points.Where(point => HistoryReader.CanCompare(point.Verdict)))
            {
                if (levels.Count == 0 || point.IsChange) levels.Add([]);
                levels[^1].Add(Math.Log(point.Verdict.Capacity.Estimate));
            }

            return [.. levels.Select(level => Math.Exp(level.Average()))];
        }
    }
}
