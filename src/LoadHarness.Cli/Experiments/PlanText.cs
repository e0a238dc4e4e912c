using LoadHarness.Experiments.Progress;
using LoadHarness.Experiments.Running;

namespace LoadHarness.Cli.Experiments;

/// <summary>Prints plans before anything starts.</summary>
internal static class PlanText
{
    /// <summary>Prints them with the time that all of them may take.</summary>
    public static void Write(IReadOnlyList<ExperimentPlan> plans, TextWriter output)
    {
        foreach (var line in plans.SelectMany(plan => plan.Describe())) output.WriteLine(line);
        var total_s = plans.Sum(plan => plan.Profile.Budget_s);
        output.WriteLine($"time planned: at most {DurationText.Of(total_s)}");
    }
}
