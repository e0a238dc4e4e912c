using System.CommandLine;
using LoadHarness.Cli.Registry;

namespace LoadHarness.Cli.Experiments;

/// <summary><c>loadharness list</c>: the workloads, server models and scenario files there are.</summary>
public static class ListCommand
{
    private const string ScenarioFolder = "scenarios";

    /// <summary>Makes the command.</summary>
    public static Command Create(ModelRegistry models, WorkloadRegistry workloads)
    {
        var command = new Command("list", "Show the workloads, server models and scenario files there are.");
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            output.WriteLine("workloads");
            foreach (var workload in workloads.All)
            {
                output.WriteLine($"  {workload.Name,-16} {workload.Summary}");
                output.WriteLine($"  {"",-16} stages: {string.Join(", ", workload.Stages)}");
            }

            output.WriteLine("server models");
            foreach (var model in models.All) output.WriteLine($"  {model.Name,-16} {model.Summary}");
            if (Directory.Exists(ScenarioFolder)) ListScenarios(output);
            return (int)ExitCode.Success;
        });
        return command;
    }

    private static void ListScenarios(TextWriter output)
    {
        output.WriteLine("scenario files");
        foreach (var file in Directory.EnumerateFiles(ScenarioFolder, "*.yaml").Order(StringComparer.Ordinal)) output
            .WriteLine($"  {file}");
    }
}
