using System.Text;
using System.Xml;
using System.Xml.Linq;

using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>
/// Draws figures as SVG. Files stand alone: own background, light and dark colours by the reader's preference,
/// title and description for screen readers, no script, no font and nothing from elsewhere. Panels for a page leave
/// the background, the colours and the numbers of their points to it.
/// </summary>
public sealed class SvgFigureRenderer : IFigureRenderer
{
    private const string PageClass = "plot";
    private const double KeyHeight = 18;

    private static readonly XmlWriterSettings _fileSettings = new()
    {
        OmitXmlDeclaration = true,
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    private static readonly XmlWriterSettings _pageSettings = new() { OmitXmlDeclaration = true };

    /// <inheritdoc/>
    public string Extension => "svg";

    /// <inheritdoc/>
    public string Render(Figure figure)
    {
        var layout = FigureLayout.Of(figure);
        var root = Root(FigureLayout.Width, layout.Height);
        root.Add(
            new XAttribute("width", SvgElements.Number(FigureLayout.Width)),
            new XAttribute("height", SvgElements.Number(layout.Height)),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "title desc"),
            SvgElements.Title(figure.Title, "title"),
            SvgElements.Description(figure.Description, "desc"),
            new XElement(SvgElements.Svg + "style", SvgTheme.StyleSheet()),
            SvgElements.Rectangle(0.5, 0.5, FigureLayout.Width - 1, layout.Height - 1, "back", 8),
            SvgElements.Text(FigureLayout.Margin, FigureLayout.TitleBaseline, figure.Title, "title"));
        for (var i = 0; i < layout.Subtitle.Count; i++)
        {
            root.Add(SvgElements.Text(
                FigureLayout.Margin, FigureLayout.TitleBaseline + 5
                    + (i + 1) * FigureLayout.LineHeight, layout.Subtitle[i], "muted"));
        }

        root.Add(layout.Legend.Select(LegendDrawing.Draw));
        root.Add(layout.Panels.Select(panel => PanelDrawing.Draw(panel, series => SeriesDrawing.Draw(series, panel))));
        return ToText(root, _fileSettings) + "\n";
    }

    /// <inheritdoc/>
    public SharedDrawings RenderShared(IReadOnlyList<Figure> figures)
    {
        var kinds = figures.SelectMany(figure => MarkKind.Of(figure)).Distinct().ToList();
        var scope = "." + PageClass;
        var rules = kinds.Select(kind => $"{scope} .{kind.Name}{{marker:url(#{kind.Name})}}");
        var root = new XElement(
            SvgElements.Svg + "svg",
            new XAttribute("class", PageClass + " shared"), new XAttribute("aria-hidden", "true"),
            new XAttribute("width", "0"), new XAttribute("height", "0"),
            kinds.Select(kind => kind.Define()));
        return new SharedDrawings(SvgTheme.StyleSheet(scope) + string.Concat(rules), ToText(root));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> RenderPanels(Figure figure)
    {
        var frame = new PanelFrame(figure);
        return [.. figure.Panels.Select(panel => ToText(PanelOf(frame, panel)))];
    }

    /// <inheritdoc/>
    public string RenderKey(LegendEntry entry)
    {
        var key = LegendDrawing.KeyForPage(entry, KeyHeight / 2);
        key.Name = SvgElements.Svg + "svg";
        key.Add(new XAttribute("class", PageClass + " key"), new XAttribute("aria-hidden", "true"));
        return ToText(key);
    }

    private static XElement PanelOf(PanelFrame frame, Panel panel)
    {
        var box = frame.Place(
            panel, 0, 0, PanelFrame.PageWidth - PanelFrame.PageSide, panel.Lanes.Count, showsXLabel: true);
        var table = new PanelTable(panel);
        var root = Root(PanelFrame.PageWidth, Math.Ceiling(box.Bottom) + PanelFrame.PageFoot);
        root.Add(
            new XAttribute("class", PageClass),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", SafeText.Of(DescriptionOf(panel))),
            PanelDrawing.Draw(box, series => SeriesDrawing.DrawForPage(series, box, table)));
        return root;
    }

    private static string DescriptionOf(Panel panel) => string.Join("; ", panel.Lanes.Select(lane => lane.Label)
        .Prepend($"{panel.Title}: {panel.Y.Label} over {panel.X.Label}"));

    private static XElement Root(double width, double height) => new(
        SvgElements.Svg + "svg",
        new XAttribute("viewBox", $"0 0 {SvgElements.Number(width)} {SvgElements.Number(height)}"));

    /// <summary>In HTML the name of the element says enough.</summary>
    private static string ToText(XElement root) => ToText(root, _pageSettings)
        .Replace($" xmlns=\"{SvgElements.Svg.NamespaceName}\"", "", StringComparison.Ordinal);

    private static string ToText(XElement root, XmlWriterSettings settings)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, settings)) root.WriteTo(writer);
        return text.ToString();
    }
}
