using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Documents.Html;

/// <summary>The places of a page: its headings with an identifier each, and what can be pointed at.</summary>
internal sealed class HtmlOutline
{
    /// <summary>Deepest heading that the contents list.</summary>
    private const int DeepestListed = 3;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _anchors = new(StringComparer.Ordinal);
    private readonly List<(HeadingBlock Heading, string Id)> _headings = [];
    private readonly List<Figure> _figures = [];

    /// <summary>Goes through a report.</summary>
    public HtmlOutline(IEnumerable<Block> blocks) => Visit(blocks);

    /// <summary>All headings in reading order.</summary>
    public IReadOnlyList<(HeadingBlock Heading, string Id)> Headings => _headings;

    /// <summary>All figures in reading order.</summary>
    public IReadOnlyList<Figure> Figures => _figures;

    /// <summary>The page's title.</summary>
    public string Title => _headings.Count == 0 ? "Report" : Plain(_headings[0].Heading.Text);

    /// <summary>Whether the page has such a place.</summary>
    public bool Has(string anchor) => _anchors.Contains(anchor);

    /// <summary>A text without the signs that set code apart.</summary>
    public static string Plain(string text) =>
        text.Replace("`", "", StringComparison.Ordinal).ReplaceLineEndings(" ");

    /// <summary>The anchors of a table's rows; empty for rows that cannot be pointed at.</summary>
    public static IEnumerable<string> RowsOf(TableBlock table)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Table.Rows)
        {
            var anchor = table.Name.Length == 0 || row.Count == 0 ? "" : Anchor.Row(table.Name, row[0]);
            yield return seen.Add(anchor) ? anchor : "";
        }
    }

    /// <summary>Writes the contents as a list of links.</summary>
    public void WriteContents(HtmlBuilder html)
    {
        html.Open("ul").Line();
        foreach (var (heading, id) in _headings.Where(item => item.Heading.Level is > 1 and <= DeepestListed))
        {
            html.Open("li", ("class", "depth" + NumberText.Count(heading.Level)))
                .Open("a", ("href", "#" + id)).Text(heading.Text).Close("a").Close("li").Line();
        }

        html.Close("ul");
    }

    private void Visit(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    _headings.Add((heading, Free(Anchor.Part(heading.Text))));
                    break;
                case FigureBlock figure:
                    _anchors.Add(Anchor.Figure(figure.Name));
                    _figures.Add(figure.Figure);
                    break;
                case TableBlock table:
                    _anchors.UnionWith(RowsOf(table).Where(anchor => anchor.Length > 0));
                    break;
                case DetailsBlock details:
                    Visit(details.Content);
                    break;
            }
        }
    }

    private string Free(string id)
    {
        var free = id;
        for (var i = 2; !_taken.Add(free); i++) free = $"{id}-{NumberText.Count(i)}";
        return free;
    }
}
