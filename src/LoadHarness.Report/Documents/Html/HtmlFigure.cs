using LoadHarness.Report.Figures;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Documents.Html;

/// <summary>
/// Writes figures: title, legend, panels, what to see in them, and the numbers behind them in tables. The page's script
/// makes buttons of the legend's entries and looks the numbers of a point up in the tables.
/// </summary>
internal static class HtmlFigure
{
    /// <summary>Writes a figure.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="block">The figure.</param>
    /// <param name="renderer">Draws it.</param>
    public static void Write(HtmlBuilder html, FigureBlock block, IFigureRenderer renderer)
    {
        var (figure, id) = (block.Figure, Anchor.Figure(block.Name));
        html.Open("figure", ("id", id), ("aria-labelledby", id + "-title"), ("aria-describedby", id + "-about")).Line();
        html.Open("figcaption").Open("strong", ("id", id + "-title")).Text(figure.Title).Close("strong");
        if (figure.Subtitle.Length > 0) html.Line().Open("span").Text(figure.Subtitle).Close("span");
        html.Close("figcaption").Line();
        WriteLegend(html, figure, renderer);
        html.Open("div", ("class", "panels columns" + NumberText.Count(figure.Columns))).Line();
        foreach (var panel in renderer.RenderPanels(figure)) html.Markup(panel).Line();
        html.Close("div").Line();
        html.Open("p", ("class", "caption")).Text(block.Caption).Close("p").Line();
        html.Open("p", ("class", "unseen"), ("id", id + "-about")).Text(figure.Description).Close("p").Line();
        WriteNumbers(html, figure);
        html.Close("figure");
    }

    private static void WriteLegend(HtmlBuilder html, Figure figure, IFigureRenderer renderer)
    {
        if (figure.Legend.Count == 0) return;
        html.Open("ul", ("class", "legend"), ("aria-label", "Legend")).Line();
        foreach (var entry in figure.Legend)
        {
            html.Open("li").Open("span").Markup(renderer.RenderKey(entry)).Text(entry.Label).Close("span")
                .Close("li").Line();
        }

        html.Close("ul").Line();
    }

    private static void WriteNumbers(HtmlBuilder html, Figure figure)
    {
        html.Open("details", ("class", "numbers")).Open("summary").Text("The numbers of this figure").Close("summary");
        foreach (var panel in figure.Panels) WritePanel(html, panel);
        html.Line().Close("details");
    }

    private static void WritePanel(HtmlBuilder html, Panel panel)
    {
        var table = new PanelTable(panel);
        html.Line().Open("div", ("class", "scroll")).Open("table").Open("caption").Text(table.Caption).Close("caption");
        html.Open("thead").Open("tr").Open("th").Text(table.RowsLabel);
        foreach (var series in panel.Series) html.Open("th").Text(series.Name);
        html.Close("thead").Open("tbody");
        for (var row = 0; row < table.Rows; row++)
        {
            html.Line().Open("tr").Open("th").Text(table.Head(row));
            for (var series = 0; series < panel.Series.Count; series++)
                html.Open("td").Text(table.Cell(row, series));
        }

        html.Close("tbody").Close("table").Close("div");
    }
}
