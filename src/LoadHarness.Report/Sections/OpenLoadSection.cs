using LoadHarness.Report.Charts;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Sentences;
using LoadHarness.Report.Tables;

namespace LoadHarness.Report.Sections;

/// <summary>Latency against offered load of one workload; nothing where every loop was closed.</summary>
internal static class OpenLoadSection
{
    /// <summary>The blocks of the section.</summary>
    public static IEnumerable<Block> Of(ReportPart part)
    {
        if (part.Open.Count == 0) yield break;
        yield return new HeadingBlock(4, "Latency against offered load");
        yield return new ParagraphBlock(OpenWords.Conditions(part.Open, part.Run.Manifest.Rules));
        var items = TopicItems.Of(part, Topic.OfferedLoad);
        var name = part.Slug + "-offered-load";
        string[] see = [Anchor.Figure(name)];
        if (items.Count > 0) yield return new ListBlock([.. items.Select(item => item with { See = see })]);
        yield return new TableBlock(OpenTable.Of(part));
        yield return new ParagraphBlock(OpenTable.Legend);
        if (new OpenLoadChart().Draw(part) is { } figure) yield return figure;
    }
}
