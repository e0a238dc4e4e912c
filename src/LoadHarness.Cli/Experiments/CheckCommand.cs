using System.CommandLine;
using LoadHarness.Cli.Registry;

namespace LoadHarness.Cli.Experiments;

/// <summary>
/// <c>loadharness check</c>: says whether scenarios are valid, what they would do and how long it would take.
/// </summary>
public static class CheckCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ModelRegistry models, WorkloadRegistry workloads)
    {
        var choice = new ScenarioFlags(models, workloads);
        var command = new Command("check", "Check scenarios and show plan and duration; nothing is started.");
        choice.AddTo(command);
        command.SetAction(parsed =>
        {
            var problems = new List<string>();
            var scenarios = choice.Read(parsed, problems);
            var console = parsed.InvocationConfiguration;
            if (problems.Count > 0) return (int)ScenarioFlags.Refuse(problems, console.Error);
            var plans = scenarios.Select(scenario => choice.Plan(scenario, parsed)).ToList();
            PlanText.Write(plans, console.Output);
            PlanText.WriteCommands(plans, models, workloads, console.Output);
            return (int)ExitCode.Success;
        });
        return command;
    }
}
