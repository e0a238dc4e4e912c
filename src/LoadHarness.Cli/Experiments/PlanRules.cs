using LoadHarness.Experiments.Progress;
using LoadHarness.Experiments.Running;

namespace LoadHarness.Cli.Experiments;

/// <summary>What would make a run worth nothing and can be told before it starts.</summary>
internal static class PlanRules
{
    /// <summary>One line for each problem.</summary>
    public static IEnumerable<string> Problems(ExperimentPlan plan)
    {
        var name = plan.Scenario.Name;
        if (plan.PerLevel_s <= 0)
        {
            var needed_s = Math.Ceiling(plan.Starts * plan.Start_s + plan.Units * plan.Profile.MinWindows
                * plan.Rules.Window_s);
            yield return $"{name}: a budget of {DurationText.Of(plan.Profile.Budget_s)} is spent before anything is "
                + FormattableString.Invariant($"measured: {plan.Starts} starts with warm-up, {plan.Curves} curves; ")
                + $"give about {DurationText.Of(needed_s)}, or fewer models and stages";
        }

        foreach (var baseline in plan.Scenario.Thresholds.Select(threshold => threshold.Baseline)
            .Where(folder => folder.Length > 0 && !Directory.Exists(folder)).Distinct(StringComparer.Ordinal))
        {
            yield return $"{name}: thresholds: baseline: there is no run in {baseline}; put one there, or leave it out";
        }
    }
}
