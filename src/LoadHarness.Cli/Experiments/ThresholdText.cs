using System.CommandLine;
using LoadHarness.Analysis.Thresholds;
using LoadHarness.Report;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Tables;
using LoadHarness.Results;

namespace LoadHarness.Cli.Experiments;

/// <summary>Says at the end of a run whether its thresholds hold.</summary>
internal static class ThresholdText
{
    /// <summary>Judges the run that was just stored.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="console">Where the table goes.</param>
    /// <exception cref="ResultsException">The run cannot be read.</exception>
    public static ExitCode Judge(string folder, InvocationConfiguration console)
    {
        var checks = StoredAnalysis.Read(folder).Thresholds;
        console.Output.Write(MarkdownWriter.Write([new TableBlock(ThresholdTable.Of(checks))], ""));
        if (checks.Any(check => check.Outcome == ThresholdOutcome.Missed)) return ExitCode.ThresholdMissed;
        return checks.All(check => check.Outcome == ThresholdOutcome.Met) ? ExitCode.Success : ExitCode.Undecided;
    }
}
