using LoadHarness.Report.Documents;
using LoadHarness.Report.Sentences;
using LoadHarness.Report.Tables;
using LoadHarness.Results;

namespace LoadHarness.Report.Sections;

/// <summary>Whether what clients saw under load is linearizable; nothing where it was not asked.</summary>
internal static class CorrectnessSection
{
    /// <summary>The blocks of the section.</summary>
    public static IEnumerable<Block> Of(ReportPart part)
    {
        var rows = part.Run.Histories
            .Where(row => string.Equals(row.Key.Workload, part.Workload, StringComparison.Ordinal)).ToList();
        if (rows.Count == 0) yield break;
        yield return new HeadingBlock(4, "Correct under load");
        yield return new ParagraphBlock(HistoryWords.Meaning);
        yield return new ListBlock(TopicItems.Of(part, Topic.Correctness));
        yield return new TableBlock(HistoryTable.Of(rows));
        foreach (var first in FirstViolations(rows))
        {
            var proof = part.Run.Violations.Where(row => row.Key.Sequence == first.Key.Sequence).ToList();
            if (proof.Count == 0) continue;
            yield return new ParagraphBlock(HistoryWords.Story(proof, first.Violation));
            yield return new TableBlock(ViolationTable.Of(proof));
        }
    }

    /// <summary>Of each model and stage the first violation: the others look alike.</summary>
    private static IEnumerable<HistoryRow> FirstViolations(IEnumerable<HistoryRow> rows) => rows
        .Where(row => row.State == HistoryState.Violated)
        .GroupBy(row => (row.Key.Model, row.Key.Stage))
        .Select(violations => violations.First());
}
