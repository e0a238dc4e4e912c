using System.CommandLine;
using LoadHarness.Cli.Registry;
using LoadHarness.Experiments.Scenarios;

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
            if (Directory.Exists(ScenarioFolder))
                ListScenarios(new ScenarioFile(workloads.All, models.All), output);
            return (int)ExitCode.Success;
        });
        return command;
    }

    private static void ListScenarios(ScenarioFile loader, TextWriter output)
    {
        output.WriteLine("scenario files");
        var files = Directory.EnumerateFiles(ScenarioFolder, "*.yaml").Order(StringComparer.Ordinal).ToList();
        var width = files.Select(file => file.Length).DefaultIfEmpty().Max();
        foreach (var file in files)
        {
            var title = loader.Load(file, new List<string>())?.Title ?? "(not valid: see loadharness check)";
            output.WriteLine($"  {file.PadRight(width)}  {title}".TrimEnd());
        }
    }
}
