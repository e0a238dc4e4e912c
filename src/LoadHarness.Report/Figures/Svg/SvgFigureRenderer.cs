using System.Text;
using System.Xml;
using System.Xml.Linq;

using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>
/// Draws figures as SVG files that stand alone: own background, light and dark colours by the reader's preference,
/// title and description for screen readers, no script, no font and nothing from elsewhere.
/// </summary>
public sealed class SvgFigureRenderer : IFigureRenderer
{
    private static readonly XmlWriterSettings _settings = new()
    {
        OmitXmlDeclaration = true,
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    /// <inheritdoc/>
    public string Extension => "svg";

    /// <inheritdoc/>
    public string Render(Figure figure)
    {
        var layout = FigureLayout.Of(figure);
        var size = SvgElements.Number(FigureLayout.Width) + " " + SvgElements.Number(layout.Height);
        var root = new XElement(
            SvgElements.Svg + "svg",
            new XAttribute("viewBox", "0 0 " + size),
            new XAttribute("width", SvgElements.Number(FigureLayout.Width)),
            new XAttribute("height", SvgElements.Number(layout.Height)),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "title desc"),
            new XElement(SvgElements.Svg + "title", new XAttribute("id", "title"), figure.Title),
            new XElement(SvgElements.Svg + "desc", new XAttribute("id", "desc"), figure.Description),
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
        root.Add(layout.Panels.Select(PanelDrawing.Draw));
        return ToText(root);
    }

    private static string ToText(XElement root)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, _settings)) root.WriteTo(writer);
        return text.Append('\n').ToString();
    }
}
