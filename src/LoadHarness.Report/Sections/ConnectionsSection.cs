using LoadHarness.Analysis;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Tables;
using LoadHarness.Report.Text;

using Columns = LoadHarness.Results.Columns.Tables;

namespace LoadHarness.Report.Sections;

/// <summary>Many connections held at the same time: runs that have rows of connections.csv.</summary>
internal static class ConnectionsSection
{
    /// <summary>The blocks of the section; none without such a run.</summary>
    public static IEnumerable<Block> Of(IReadOnlyList<RunAnalysis> runs)
    {
        if (runs.Count == 0) yield break;
        yield return new HeadingBlock(2, "Many connections");
        yield return new ParagraphBlock(
            "All connections were held at the same time, and each did an operation now and then, so that it is known "
            + "to work. Memory is what the connections added to the resident memory of the processes; the kernel's "
            + "own memory for sockets comes on top, on both sides.");
        foreach (var run in runs.Select(analysis => analysis.Run))
        {
            yield return new HeadingBlock(3, $"Run {Words.Name(run.Manifest.RunId)}");
            yield return new TableBlock(ConnectionsTable.Of(run.Connections));
            yield return new TableBlock(ConditionsTable.Of(run));
        }

        yield return new DetailsBlock(
            "Columns of connections.csv", [new TableBlock(ColumnsTable.Legend(Columns.Connections))]);
    }
}
