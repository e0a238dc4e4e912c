using LoadHarness.Analysis.Findings;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Sentences;
using LoadHarness.Report.Tables;

namespace LoadHarness.Report.Sections;

/// <summary>The answer first: short sentences and one table for each workload.</summary>
internal static class AnswerSection
{
    /// <summary>The blocks of the section.</summary>
    public static IEnumerable<Block> Of(IReadOnlyList<ReportPart> parts)
    {
        yield return new HeadingBlock(2, "1. The answer");
        foreach (var part in parts)
        {
            yield return new HeadingBlock(3, part.Title);
            if (part.Keys.Count == 0)
            {
                yield return new ParagraphBlock("Nothing was measured.");
                continue;
            }

            if (FactorWords.Sentence(part.Run.Manifest.Rules) is { Length: > 0 } factors)
                yield return new ParagraphBlock(factors);
            if (part.Curves.Count == 0)
            {
                string[] see = [Anchor.Figure(part.Slug + "-offered-load")];
                yield return new ListBlock([.. OpenWords.Answers(part).Select(item => item with { See = see })]);
                continue;
            }

            var table = part.Slug + "-answer";
            yield return new ListBlock([.. AnswerSentences.Of(part).Select(item => item with
            {
                See = [Anchor.Row(table, item.Lead), Anchor.Figure(part.Slug + "-throughput")],
            })]);
            foreach (var asked in Asked([.. part.Findings])) yield return new ParagraphBlock(asked);
            var held = HoldTable.Curves(part);
            if (held.Count < part.Curves.Count)
                yield return new TableBlock(AnswerTable.Of(part)) { Name = table };
            var thresholds = part.Analysis.Thresholds
                .Where(check => check.Curve is not { } curve || part.Curves.Any(one => one.Key == curve)).ToList();
            if (thresholds.Count > 0)
            {
                yield return new ParagraphBlock("The thresholds of the scenario:");
                yield return new TableBlock(ThresholdTable.Of(thresholds));
            }

            if (held.Count == 0) continue;
            yield return new TableBlock(HoldTable.Of(part));
            yield return new ParagraphBlock(HoldTable.Legend);
        }

        if (parts.Any(part => part.Curves.Count > HoldTable.Curves(part).Count))
            yield return new ParagraphBlock(AnswerTable.Legend);
        if (parts.Any(AnswerTable.HasLimits)) yield return new ParagraphBlock(AnswerTable.LimitLegend);
    }

    /// <summary>What only some scenarios ask.</summary>
    private static IEnumerable<string> Asked(IReadOnlyList<Finding> findings) =>
        new[] { HistoryWords.Answer(findings), StabilityWords.Answer(findings) }.Where(text => text.Length > 0);
}
