using System.CommandLine;
using LoadHarness.Analysis;
using LoadHarness.Analysis.History;
using LoadHarness.Cli.Registry;
using LoadHarness.Experiments.Scenarios;
using LoadHarness.Report.Comparing;
using LoadHarness.Report.Documents;
using LoadHarness.Results;

namespace LoadHarness.Cli.Reporting;

/// <summary><c>loadharness history</c>: the capacities of a scenario from run to run, and where they changed.</summary>
public static class HistoryCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ModelRegistry models, WorkloadRegistry workloads)
    {
        var source = new Argument<string>("scenario") { Description = "name of a scenario, or its file" };
        var results = ReportingFlags.Results();
        var margin = ReportingFlags.Margin();
        var command = new Command("history", "Show the stored runs of a scenario and where throughput changed.")
        {
            source,
            results,
            margin,
        };
        command.SetAction(parsed =>
        {
            var console = parsed.InvocationConfiguration;
            var problems = new List<string>();
            var found = new RunSource(parsed.GetRequiredValue(results), new ScenarioFile(workloads.All, models.All));
            var scenario = found.Scenario(parsed.GetRequiredValue(source), problems);
            foreach (var problem in problems) console.Error.WriteLine(problem);
            if (scenario is null) return (int)ExitCode.ScenarioInvalid;
            var folders = found.Runs(scenario);
            if (folders.Count > 0)
                return (int)Show(scenario, folders, ReportingFlags.Share(parsed.GetValue(margin)), console);
            console.Error.WriteLine(found.Missing(scenario));
            return (int)ExitCode.UsageError;
        });
        return command;
    }

    /// <summary>A run that cannot be read is named and left out.</summary>
    private static ExitCode Show(
        string scenario, IReadOnlyList<string> folders, double margin, InvocationConfiguration console)
    {
        var runs = new List<RunAnalysis>();
        foreach (var folder in folders)
        {
            try
            {
                runs.Add(Analyser.Analyse(RunReader.Read(folder)));
            }
            catch (ResultsException e)
            {
                console.Error.WriteLine(e.Message);
            }
        }

        if (runs.Count == 0) return ExitCode.StorageUnusable;
        console.Output.Write(
            MarkdownWriter.Write(HistoryDocument.Of(scenario, HistoryReader.Read(runs, margin), margin), ""));
        return ExitCode.Success;
    }
}
