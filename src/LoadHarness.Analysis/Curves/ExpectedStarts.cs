using LoadHarness.Analysis.Levels;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Curves;

/// <summary>How much the starts of each model are expected to differ, from those of the run's other models.</summary>
internal static class ExpectedStarts
{
    /// <summary>Standard deviation of ln X by workload and model.</summary>
    /// <param name="visits">All visits of a run.</param>
    public static IReadOnlyDictionary<(string Workload, string Model), double> Of(IEnumerable<LevelVisit> visits)
    {
        var models = visits.Where(visit => visit.Key.Phase.IsOfCurve())
            .GroupBy(visit => (visit.Key.Workload, visit.Key.Model))
            .ToDictionary(model => model.Key, model => StartSpread.Of(Levels(model)));
        return models.Keys.ToDictionary(
            model => model,
            model => StartSpread.Expected(models.Where(other => other.Key != model).Select(other => other.Value)));
    }

    private static IEnumerable<IReadOnlyList<double>> Levels(IEnumerable<LevelVisit> model) => model
        .GroupBy(visit => (visit.Key.Stage, visit.Key.Clients))
        .Select(level => level.GroupBy(visit => visit.Key.Repetition).Select(Throughput_per_s)
            .Where(throughput_per_s => throughput_per_s > 0).ToList());

    private static double Throughput_per_s(IEnumerable<LevelVisit> start) =>
        start.SelectMany(visit => visit.ToPoint().Windows_per_s).DefaultIfEmpty(0).Average();
}
