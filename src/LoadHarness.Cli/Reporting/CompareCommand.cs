using System.CommandLine;
using LoadHarness.Analysis;
using LoadHarness.Analysis.Comparing;
using LoadHarness.Cli.Registry;
using LoadHarness.Experiments.Scenarios;
using LoadHarness.Report.Comparing;
using LoadHarness.Report.Documents;
using LoadHarness.Results;

namespace LoadHarness.Cli.Reporting;

/// <summary><c>loadharness compare</c>: what became faster or slower between two stored runs; a gate for CI.</summary>
public static class CompareCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ModelRegistry models, WorkloadRegistry workloads)
    {
        var before = Run(
            "before", "the run to compare with: its folder, or a scenario's file or name for its newest run");
        var after = Run("after", "the run in question");
        var results = ReportingFlags.Results();
        var margin = ReportingFlags.Margin();
        var command = new Command(
            "compare", "Compare two stored runs; ends with 12 when something became slower, with 13 when undecided.")
        {
            before,
            after,
            results,
            margin,
        };
        command.SetAction(parsed =>
        {
            var console = parsed.InvocationConfiguration;
            var problems = new List<string>();
            var found = new RunSource(parsed.GetRequiredValue(results), new ScenarioFile(workloads.All, models.All));
            string[] folders =
            [
                .. new[] { parsed.GetRequiredValue(before), parsed.GetRequiredValue(after) }
                    .Select(source => found.Find(source, problems)).OfType<string>(),
            ];
            foreach (var problem in problems) console.Error.WriteLine(problem);
            return (int)(folders is [var first, var second]
                ? Compare(first, second, ReportingFlags.Share(parsed.GetValue(margin)), console)
                : ExitCode.UsageError);
        });
        return command;
    }

    private static Argument<string> Run(string name, string description) => new(name) { Description = description };

    private static ExitCode Compare(string before, string after, double margin, InvocationConfiguration console)
    {
        RunComparison comparison;
        try
        {
            comparison = RunComparer.Compare(Read(before), Read(after), margin);
        }
        catch (ResultsException e)
        {
            console.Error.WriteLine(e.Message);
            return ExitCode.StorageUnusable;
        }

        console.Output.Write(MarkdownWriter.Write(RunComparisonDocument.Of(comparison), ""));
        if (comparison.HasSlower) return ExitCode.Slower;
        return comparison.IsDecided ? ExitCode.Success : ExitCode.Undecided;
    }

    private static RunAnalysis Read(string folder) => Analyser.Analyse(RunReader.Read(folder));
}
