using LoadHarness.Analysis;
using LoadHarness.Analysis.Peers;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Tables;
using LoadHarness.Report.Text;
using LoadHarness.Results;

using Columns = LoadHarness.Results.Columns.Tables;

namespace LoadHarness.Report.Sections;

/// <summary>This program beside other load tools: runs that have rows of peers.csv.</summary>
internal static class PeersSection
{
    /// <summary>The blocks of the section; none without such a run.</summary>
    public static IEnumerable<Block> Of(IReadOnlyList<RunAnalysis> runs)
    {
        if (runs.Count == 0) yield break;
        yield return new HeadingBlock(2, "Beside other load tools");
        yield return new ParagraphBlock(
            "Each tool in turn loaded the same server, round by round: the server on one CPU, the tool on another. "
            + "What counts is requests for each second of the tool's CPU time: how much load one core can make. The "
            + "server counts the requests, and the CPU time is that of the tool's whole process, both in a span that "
            + "begins after start and warm-up; so every tool is measured the same way, from outside. Ratios are "
            + "paired within rounds; a range is that of the rounds. This program had on all that a run has on: a "
            + "histogram for each window, a check of every answer, counts for each client.");
        foreach (var run in runs.Select(analysis => analysis.Run))
        {
            foreach (var block in OfRun(run)) yield return block;
        }
    }

    private static IEnumerable<Block> OfRun(StoredRun run)
    {
        var ratios = PeerAnalysis.Ratios(run.Peers);
        var summaries = PeerAnalysis.Summaries(run.Peers);
        var verdicts = PeerAnalysis.Verdicts(ratios).Where(verdict => verdict.Best is not null).ToList();
        if (verdicts.Count > 0)
        {
            yield return new HeadingBlock(3, "Goals");
            yield return new TableBlock(PeersTable.Goals(verdicts));
        }

        foreach (var server in summaries.GroupBy(summary => summary.Cell.Server, StringComparer.Ordinal))
        {
            yield return new HeadingBlock(3, server.Key);
            yield return new TableBlock(PeersTable.Cost([.. server], ratios));
            yield return new TableBlock(PeersTable.Truth([.. server]));
        }

        yield return new ParagraphBlock(
            "By Little's law the mean time for which a request is outstanding is the number outstanding over the "
            + "throughput. A tool whose mean is below that leaves out time: that of requests which wait inside the "
            + "tool itself.");
        yield return new HeadingBlock(
            3, $"Run {Words.Name(run.Manifest.RunId)} of {Words.Name(run.Manifest.Scenario)}");
        yield return new TableBlock(ConditionsTable.Of(run));
        if (run.Manifest.Commands.Count > 0)
        {
            yield return new CodeBlock(
                string.Join("\n", run.Manifest.Commands.Select(command => command.CommandLine)), "sh");
        }

        yield return new DetailsBlock("Columns of peers.csv", [new TableBlock(ColumnsTable.Legend(Columns.Peers))]);
    }
}
