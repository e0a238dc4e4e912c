using System.CommandLine;
using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Storage;
using LoadHarness.Experiments.Scenarios;
using LoadHarness.Platform.Processes;
using LoadHarness.Report;
using LoadHarness.Report.Figures.Svg;
using LoadHarness.Results;

namespace LoadHarness.Cli.Reporting;

/// <summary><c>loadharness report</c>: rebuilds the report from stored runs alone.</summary>
public static class ReportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ModelRegistry models, WorkloadRegistry workloads)
    {
        var sources = new Argument<string[]>("run")
        {
            Description = "run folders, or scenarios by file or name: the newest run of each is taken",
            Arity = ArgumentArity.OneOrMore,
        };
        var results = ReportingFlags.Results();
        var output = new Option<string>("--report-folder")
        {
            Description = "where the report goes",
            DefaultValueFactory = _ => "report",
            HelpName = "folder",
        };
        var command = new Command("report", "Rebuild the report from stored runs; no server is started.")
        {
            sources,
            results,
            output,
        };
        command.SetAction(parsed =>
        {
            var console = parsed.InvocationConfiguration;
            var problems = new List<string>();
            var found = new RunSource(parsed.GetRequiredValue(results), new ScenarioFile(workloads.All, models.All));
            var folders = new List<string>();
            foreach (var source in parsed.GetRequiredValue(sources))
            {
                if (found.Find(source, problems) is not { } folder) continue;
                folders.Add(folder);
                if (!string.Equals(folder, source, StringComparison.Ordinal)) console.Output
                    .WriteLine($"{source}: newest run is {folder}");
            }

            foreach (var problem in problems) console.Error.WriteLine(problem);
            if (folders.Count == 0) return (int)ExitCode.UsageError;
            var code = Build(
                folders, parsed.GetRequiredValue(output), parsed.GetRequiredValue(results), console);
            return (int)(problems.Count > 0 && code == ExitCode.Success ? ExitCode.UsageError : code);
        });
        return command;
    }

    /// <summary>Builds the report, with the newest certificate of the harness, and says what was written.</summary>
    internal static ExitCode Build(
        IReadOnlyList<string> folders, string output, string results, InvocationConfiguration console)
    {
        FileSizeSignal.Ignore();
        try
        {
            var result = new ReportBuilder(new SvgFigureRenderer())
                .Build(folders, output, CalibrationFolder.Newest(results));
            foreach (var problem in result.Problems) console.Error.WriteLine(problem);
            if (result.Written.Count == 0) return ExitCode.StorageUnusable;
            console.Output.WriteLine($"report: {result.Written[0]}, {result.Written[1]}");
            return ExitCode.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"{output}: the report cannot be written: {StorageProblem.Reason(e)}");
            return StorageExit.CodeOf(e);
        }
    }
}
