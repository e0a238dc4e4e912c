using LoadHarness.Report.Charts;
using LoadHarness.Report.Documents;

namespace LoadHarness.Report.Sections;

/// <summary>The figures with their captions.</summary>
internal static class FiguresSection
{
    /// <summary>The blocks of the section.</summary>
    public static IEnumerable<Block> Of(IReadOnlyList<ReportPart> parts)
    {
        yield return new HeadingBlock(2, "3. Figures");
        var drawn = parts.Select(part => (part.Title, Figures: AllCharts.Of(part).ToList()))
            .Where(part => part.Figures.Count > 0).ToList();
        if (drawn.Count == 0) yield return new ParagraphBlock("There are no figures over clients.");
        foreach (var (title, figures) in drawn)
        {
            yield return new HeadingBlock(3, title);
            foreach (var figure in figures) yield return figure;
        }
    }
}
