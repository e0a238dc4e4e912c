using LoadHarness.Report.Documents;
using LoadHarness.Report.Sentences;
using LoadHarness.Report.Tables;

namespace LoadHarness.Report.Sections;

/// <summary>What the data tells about the system, from one perspective after the other.</summary>
internal static class TellsSection
{
    private static readonly IReadOnlyList<(Topic Topic, string Heading, string Chart)> _topics =
    [
        (Topic.Sum, "The sum of the clients", "throughput"),
        (Topic.IndividualClients, "The individual client", "clients"),
        (Topic.OperationTypes, "Differences between operation types", "throughput"),
        (Topic.MoreClients, "What happens as clients increase", "latency"),
        (Topic.Limits, "What limits throughput", "cpu"),
        (Topic.Models, "How the models differ, and why", "cpu-per-operation"),
        (Topic.OverTime, "What the server holds over time", "stability"),
        (Topic.Trust, "How far to trust the numbers", "windows"),
    ];

    /// <summary>The blocks of the section.</summary>
    public static IEnumerable<Block> Of(IReadOnlyList<ReportPart> parts)
    {
        yield return new HeadingBlock(2, "2. What the data tells");
        foreach (var part in parts.Where(part => part.Keys.Count > 0))
        {
            yield return new HeadingBlock(3, part.Title);
            foreach (var (topic, heading, chart) in _topics)
            {
                var items = TopicItems.Of(part, topic);
                var evidence = Evidence(part, topic).ToList();
                if (items.Count + evidence.Count == 0) continue;
                yield return new HeadingBlock(4, heading);
                string[] see = [Anchor.Figure($"{part.Slug}-{chart}")];
                if (items.Count > 0)
                    yield return new ListBlock([.. items.Select(item => item with { See = see })]);
                foreach (var block in evidence) yield return block;
            }

            if (OverloadTable.IsTried(part))
            {
                foreach (var block in Details("Overload and the way back", OverloadTable.Of(part),
                    OverloadTable.Legend)) yield return block;
            }

            foreach (var block in Details("Where the curves turn, by other readings", KneeTable.Of(part),
                KneeTable.Legend)) yield return block;
            foreach (var block in OpenLoadSection.Of(part)) yield return block;
            foreach (var block in CorrectnessSection.Of(part)) yield return block;
            if (part.Curves.Count == 0) continue;
            yield return new HeadingBlock(4, "What could not be concluded, and what to run next");
            var open = OpenQuestionTable.Of(part);
            yield return open.Rows.Count > 0 ? new TableBlock(open)
                : new ParagraphBlock("Every curve has its verdict and every comparison its decision.");
        }
    }

    private static IEnumerable<Block> Evidence(ReportPart part, Topic topic) => topic switch
    {
        Topic.MoreClients => Details("Which law throughput follows", LawTable.Of(part), LawTable.Legend),
        Topic.Trust => Details("Whose limit it is: the evidence", CauseTable.Of(part), CauseTable.Legend),
        _ => [],
    };

    private static IEnumerable<Block> Details(string summary, ReportTable table, string legend) =>
        table.Rows.Count == 0 ? [] : [new DetailsBlock(summary, [new TableBlock(table), new ParagraphBlock(legend)])];
}
