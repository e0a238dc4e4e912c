using LoadHarness.Report.Figures;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Documents.Html;

/// <summary>Writes the blocks of a report as the main part of a page.</summary>
internal sealed class HtmlBody
{
    private const int SectionLevel = 2;

    private readonly HtmlBuilder _html;
    private readonly HtmlOutline _outline;
    private readonly IFigureRenderer _renderer;
    private int _headings;
    private bool _isInSection;
    private string _about;

    /// <summary>Prepares writing.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="outline">The places of the page.</param>
    /// <param name="renderer">Draws the figures.</param>
    public HtmlBody(HtmlBuilder html, HtmlOutline outline, IFigureRenderer renderer) =>
        (_html, _outline, _renderer, _about) = (html, outline, renderer, outline.Title);

    /// <summary>Columns of the widest table.</summary>
    public int MostColumns { get; private set; }

    /// <summary>Writes the report.</summary>
    public void Write(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks) WriteBlock(block);
        EndSection();
    }

    private void WriteBlock(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                WriteHeading(heading);
                break;
            case ParagraphBlock paragraph:
                _html.Open("p").Text(paragraph.Text).Close("p");
                break;
            case WarningBlock warning:
                _html.Open("p", ("class", "note"), ("role", "note"))
                    .Open("strong").Text("Note.").Close("strong").Text(" " + warning.Text).Close("p");
                break;
            case ListBlock list:
                WriteList(list);
                break;
            case TableBlock table:
                MostColumns = Math.Max(MostColumns, table.Table.Columns.Count);
                HtmlTable.Write(_html, table, _about);
                break;
            case FigureBlock figure:
                HtmlFigure.Write(_html, figure, _renderer);
                break;
            case CodeBlock code:
                WriteCode(code);
                break;
            case DetailsBlock details:
                WriteDetails(details);
                break;
        }

        _html.Line();
    }

    private void WriteHeading(HeadingBlock heading)
    {
        var id = _outline.Headings[_headings++].Id;
        if (heading.Level <= SectionLevel) EndSection();
        if (heading.Level == SectionLevel)
        {
            _html.Open("section", ("aria-labelledby", id)).Line();
            _isInSection = true;
        }

        var name = "h" + NumberText.Count(heading.Level);
        _html.Open(name, ("id", id)).Text(heading.Text).Close(name);
        _about = HtmlOutline.Plain(heading.Text);
    }

    private void EndSection()
    {
        if (_isInSection) _html.Close("section").Line();
        _isInSection = false;
    }

    private void WriteList(ListBlock list)
    {
        _html.Open("ul").Line();
        foreach (var item in list.Items)
        {
            _html.Open("li");
            if (item.Lead.Length > 0) _html.Open("strong").Text(item.Lead + ".").Close("strong").Text(" ");
            _html.Text(item.Text);
            WriteLinks(item);
            _html.Close("li").Line();
        }

        _html.Close("ul");
    }

    private void WriteLinks(ListItem item)
    {
        foreach (var anchor in item.See.Where(_outline.Has))
        {
            var kind = anchor.StartsWith("figure-", StringComparison.Ordinal) ? "figure" : "row";
            _html.Text(" ").Open("a", ("class", "see"), ("href", "#" + anchor), ("aria-label", Label(kind, item)))
                .Text(kind).Close("a");
        }
    }

    private static string Label(string kind, ListItem item) =>
        item.Lead.Length == 0 ? kind : $"{kind}: {HtmlOutline.Plain(item.Lead)}";

    private void WriteCode(CodeBlock code)
    {
        _html.Open("pre").Open("code");
        foreach (var (i, line) in code.Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Index())
        {
            if (i > 0) _html.Line();
            _html.Plain(line);
        }

        _html.Close("code").Close("pre");
    }

    private void WriteDetails(DetailsBlock details)
    {
        var before = _about;
        _about = HtmlOutline.Plain(details.Summary);
        _html.Open("details").Open("summary").Text(details.Summary).Close("summary").Line();
        foreach (var inner in details.Content) WriteBlock(inner);
        _html.Close("details");
        _about = before;
    }
}
