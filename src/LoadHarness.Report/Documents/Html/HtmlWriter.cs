using LoadHarness.Report.Figures;

namespace LoadHarness.Report.Documents.Html;

/// <summary>
/// Writes blocks as one page that needs nothing else: style, script and drawings stand inside, and the page's own
/// policy forbids it to load anything or to run any other script. Without the script everything can be read. The same
/// blocks give the same text.
/// </summary>
public static class HtmlWriter
{
    private const string StyleName = "page.css";
    private const string ScriptName = "page.js";

    /// <summary>Writes all blocks.</summary>
    /// <param name="blocks">The report.</param>
    /// <param name="renderer">Draws the figures.</param>
    public static string Write(IReadOnlyList<Block> blocks, IFigureRenderer renderer)
    {
        var outline = new HtmlOutline(blocks);
        var shared = renderer.RenderShared(outline.Figures);
        var main = new HtmlBuilder();
        var body = new HtmlBody(main, outline, renderer);
        body.Write(blocks);
        var style = new PageAsset(
            PageAsset.Load(StyleName).Text + shared.Style + "\n" + HtmlTable.Style(body.MostColumns));
        return Page(outline, shared.Markup + "\n" + main, style, PageAsset.Load(ScriptName));
    }

    private static string Page(HtmlOutline outline, string main, PageAsset style, PageAsset script)
    {
        var html = new HtmlBuilder();
        html.Markup("<!DOCTYPE html>").Line().Open("html", ("lang", "en")).Line();
        html.Open("head").Line().Open("meta", ("charset", "utf-8")).Line();
        html.Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Line();
        html.Open("meta", ("name", "color-scheme"), ("content", "light dark")).Line();
        html.Open(
            "meta", ("http-equiv", "Content-Security-Policy"),
            ("content", $"default-src 'none'; style-src {style.Hash}; script-src {script.Hash}")).Line();
        html.Open("title").Plain(outline.Title).Close("title").Line();
        html.Open("style").Markup(style.Text).Close("style").Line().Close("head").Line();
        html.Open("body").Line();
        html.Open("a", ("class", "skip"), ("href", "#report")).Text("Skip to the report").Close("a").Line();
        html.Open("nav", ("aria-label", "Contents")).Open("details").Open("summary").Text("Contents").Close("summary");
        outline.WriteContents(html.Line());
        html.Close("details").Close("nav").Line();
        html.Open("main", ("id", "report"), ("tabindex", "-1")).Line().Markup(main).Close("main").Line();
        html.Open("script").Markup(script.Text).Close("script").Line();
        html.Close("body").Line().Close("html").Line();
        return html.ToString();
    }
}
