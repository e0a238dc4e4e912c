using System.CommandLine;
using LoadHarness.Cli.Registry;
using LoadHarness.Cli.Reporting;
using LoadHarness.Experiments.Scenarios;

namespace LoadHarness.Cli.Experiments;

/// <summary><c>loadharness run</c>: runs scenarios and, when asked, writes the report.</summary>
public static class RunCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ModelRegistry models, WorkloadRegistry workloads)
    {
        var choice = new ScenarioFlags(models, workloads);
        var results = new Option<string>("--results")
        {
            Description = "folder in which every run gets a folder of its own",
            DefaultValueFactory = _ => "results",
            HelpName = "folder",
        };
        var report = new Option<bool>("--report") { Description = "write the report when all runs are done" };
        var reportFolder = new Option<string>("--report-folder")
        {
            Description = "where the report goes",
            DefaultValueFactory = _ => "report",
            HelpName = "folder",
        };
        var command =
            new Command("run", "Put servers under load until their throughput levels out, and keep every number.");
        choice.AddTo(command);
        command.Options.Add(results);
        command.Options.Add(report);
        command.Options.Add(reportFolder);
        command.SetAction(parsed =>
        {
            if (choice.Plan(parsed, out var refusal) is not { } plans) return (int)refusal;
            var folders = new List<string>();
            var code = new ExperimentSession(models, workloads, parsed.InvocationConfiguration)
                .RunAll(plans, parsed.GetRequiredValue(results), folders);
            if (folders.Count == 0) return (int)code;
            if (!parsed.GetValue(report))
            {
                parsed.InvocationConfiguration.Output.WriteLine(
                    $"make the report with: loadharness report {CommandWords.Join(folders)}");
                return (int)code;
            }

            var written =
                ReportCommand.Build(folders, parsed.GetRequiredValue(reportFolder), parsed.GetRequiredValue(results),
                    parsed.InvocationConfiguration);
            return (int)(code == ExitCode.Success ? written : code);
        });
        return command;
    }
}
