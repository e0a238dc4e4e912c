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
        foreach (var part in parts)
        {
            var figures = AllCharts.Of(part).ToList();
            if (figures.Count == 0) continue;
            yield return new HeadingBlock(3, part.Title);
            foreach (var figure in figures) yield return figure;
        }
    }
}
