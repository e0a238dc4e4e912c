using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Scenarios;
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

    /// <summary>Prints every command that the plans start.</summary>
    public static void WriteCommands(
        IReadOnlyList<ExperimentPlan> plans, ModelRegistry models, WorkloadRegistry workloads, TextWriter output)
    {
        foreach (var plan in plans)
        {
            var commands = PlanCommands.Of(
                plan,
                workloads.Find(plan.Scenario.Workload)!,
                name => models.Find(name) is { IsSpreadOverProcesses: true });
            output.WriteLine(
                $"{plan.Scenario.Name}: starts these commands and no others; {{…}} is known when it runs");
            foreach (var command in commands.DefaultIfEmpty("(none)")) output.WriteLine($"    {command}");
            if (plan.Scenario.Server.Foreign is { IsRunningAlready: false } foreign) WriteSurroundings(foreign, output);
        }
    }

    private static void WriteSurroundings(ForeignServer foreign, TextWriter output)
    {
        if (foreign.WorkingFolder is { } folder) output.WriteLine($"  in the folder {folder}");
        foreach (var (name, value) in foreign.Environment) output.WriteLine($"  with {name}={value}");
    }
}
