using LoadHarness.Analysis.Ladders;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Laws;

/// <summary>Reads the law of a curve from the visits of its first start, which walked the ladder.</summary>
public static class LawReader
{
    /// <summary>
    /// The law; null when there are too few levels that passed their checks, at which the generator was not the limit,
    /// and at which wake-ups were amortised.
    /// </summary>
    /// <param name="visits">Visits in order of time.</param>
    public static LawReading? Read(IReadOnlyList<LevelPoint> visits)
    {
        var levels = visits
            .Where(visit => visit.Validity.Grade != ValidityGrade.Invalid && !visit.Validity.IsClientLimited)
            .GroupBy(visit => visit.Clients).OrderBy(level => level.Key)
            .Select(level => new LawLevel(level.Key, [.. level.SelectMany(visit => visit.Windows_per_s)]))
            .Where(level => level.Windows_per_s.Count > 0 && level.Windows_per_s.Average() > 0).ToList();
        var points = LawChooser.FromFullEfficiency(levels.ConvertAll(level => level.ToPoint()));
        if (LawChooser.Choose(points) is not { } choice) return null;
        var used = levels.GetRange(levels.Count - points.Count, points.Count);
        return new LawReading(choice, LawBootstrap.Of(choice.Best, used), used);
    }
}
