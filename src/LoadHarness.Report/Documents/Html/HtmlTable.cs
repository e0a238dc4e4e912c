using LoadHarness.Report.Tables;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Documents.Html;

/// <summary>
/// Writes tables. A full run has some hundred thousand cells, so cells and rows leave out the end tags that HTML lets
/// one leave out, heads leave out whether they are a column's or a row's, which HTML tells from their place, and
/// columns of numbers are set to the right by the table's classes, not by each cell.
/// </summary>
internal static class HtmlTable
{
    /// <summary>Writes a table.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="block">The table.</param>
    /// <param name="label">What it is about, for people who cannot see where it stands.</param>
    public static void Write(HtmlBuilder html, TableBlock block, string label)
    {
        var table = block.Table;
        html.Open("div", ("class", "scroll")).Open("table", ("class", Alignment(table)), ("aria-label", label)).Line();
        html.Open("thead").Open("tr");
        foreach (var column in table.Columns) html.Open("th").Text(column.Header);
        html.Close("thead").Line().Open("tbody");
        foreach (var (row, anchor) in table.Rows.Zip(HtmlOutline.RowsOf(block)))
        {
            html.Line();
            if (anchor.Length == 0) html.Open("tr");
            else html.Open("tr", ("id", anchor));
            for (var i = 0; i < row.Count; i++) WriteCell(html, row[i], isHead: i == 0 && !table.Columns[0].IsNumber);
        }

        html.Close("tbody").Close("table").Close("div");
    }

    /// <summary>The rules behind the classes, for tables of so many columns.</summary>
    public static string Style(int columns)
    {
        string Rule(string element, string rules) => string.Join(',', Enumerable.Range(1, columns)
            .Select(i => $".{Class(i)} {element}:nth-child({NumberText.Count(i)})")) + "{" + rules + "}";
        return columns == 0 ? ""
            : Rule("tr>", "text-align:right") + "\n" + Rule("td", "white-space:nowrap") + "\n";
    }

    private static void WriteCell(HtmlBuilder html, string text, bool isHead)
    {
        if (isHead) html.Open("th").Text(text);
        else html.Open("td").Text(text);
    }

    private static string Alignment(ReportTable table) => string.Join(' ', table.Columns.Index()
        .Where(column => column.Item.IsNumber).Select(column => Class(column.Index + 1)));

    private static string Class(int column) => "r" + NumberText.Count(column);
}
