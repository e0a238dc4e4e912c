using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Holding;

namespace LoadHarness.Analysis.Comparing;

/// <summary>Sets the models side by side on every piece of work that two of them did. Pure.</summary>
public static class WorkStandings
{
    /// <summary>The work of a run in the order in which it was measured.</summary>
    public static IReadOnlyList<WorkStanding> Of(RunAnalysis run)
    {
        var standings = new List<WorkStanding>();
        foreach (var work in run.Curves.GroupBy(curve => (curve.Key.Workload, curve.Key.Stage)))
        {
            var models = Held([.. work]) ?? Ranked(run, [.. work]);
            if (models.Count < 2) continue;
            standings.Add(new WorkStanding(work.Key.Workload, work.Key.Stage, models, Differences(models)));
        }

        return standings;
    }

    private static List<ModelStanding>? Held(List<CurveAnalysis> curves) =>
        !curves.TrueForAll(curve => curve.Verdict.Kind == VerdictKind.Held) ? null :
        [
            .. curves.Select(curve => new ModelStanding(curve, null, HoldCost.Of(curve.Levels)))
                .OrderBy(standing => double.IsFinite(standing.Cost!.Memory_bytes)
                    ? standing.Cost.Memory_bytes : double.MaxValue),
        ];

    private static List<ModelStanding> Ranked(RunAnalysis run, List<CurveAnalysis> curves) =>
    [
        .. curves.Select(curve => new ModelStanding(
                curve, run.Comparisons.FirstOrDefault(comparison => comparison.Curve == curve.Key), null))
            .Where(standing => standing.Comparison is not null)
            .OrderByDescending(standing => standing.Curve.Verdict.Capacity.Estimate),
    ];

    private static List<CostDifference> Differences(IReadOnlyList<ModelStanding> models)
    {
        var best = models.FirstOrDefault(model => model.Kind == StandingKind.Highest);
        if (best?.Curve.AtCapacity is not { } level) return [];
        var slower = models.Where(model => model.Kind == StandingKind.Behind).ToList();
        return [.. ModelCosts.All.SelectMany(cost => ToEitherSide(cost, cost.Get(level.Resources),
            [.. slower.Select(model => (model.Model,
                model.Curve.AtCapacity is { } at ? cost.Get(at.Resources) : double.NaN))]))];
    }

    private static IEnumerable<CostDifference> ToEitherSide(
        ModelCost cost, double best, IReadOnlyList<(string Model, double Value)> slower)
    {
        if (double.IsNaN(best)) yield break;
        var differing = slower.Where(model => !double.IsNaN(model.Value) && ModelCosts.Differ(cost, best, model.Value));
        foreach (var side in differing.GroupBy(model => model.Value > best))
        {
            yield return new CostDifference(cost.Name, best, side.Min(model => model.Value),
                side.Max(model => model.Value), [.. side.Select(model => model.Model)]);
        }
    }
}
