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
            if (choice.Plan(parsed, out var refusal) is not { } plans) return (int)refusal;
            PlanText.Write(plans, parsed.InvocationConfiguration.Output);
            PlanText.WriteCommands(plans, models, workloads, parsed.InvocationConfiguration.Output);
            return (int)ExitCode.Success;
        });
        return command;
    }
}
