using System.Globalization;
using System.Xml.Linq;

using LoadHarness.Report.Text;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>The few SVG elements a figure is made of; coordinates are rounded to a tenth of a pixel.</summary>
internal static class SvgElements
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    public static XElement Group(params object[] content) => new(Svg + "g", content);

    public static XElement Title(string text, string? id = null) => Named("title", text, id);

    public static XElement Description(string text, string? id = null) => Named("desc", text, id);

    public static XElement Rectangle(double x, double y, double width, double height, string css, double round = 0)
    {
        var element = new XElement(
            Svg + "rect",
            new XAttribute("x", Number(x)),
            new XAttribute("y", Number(y)),
            new XAttribute("width", Number(Math.Max(0, width))),
            new XAttribute("height", Number(Math.Max(0, height))),
            new XAttribute("class", css));
        if (round > 0) element.Add(new XAttribute("rx", Number(round)));
        return element;
    }

    public static XElement Line(double x1, double y1, double x2, double y2, string css) => new(
        Svg + "line",
        new XAttribute("x1", Number(x1)),
        new XAttribute("y1", Number(y1)),
        new XAttribute("x2", Number(x2)),
        new XAttribute("y2", Number(y2)),
        new XAttribute("class", css));

    /// <summary>A path; without <paramref name="css"/> it looks as its group says.</summary>
    public static XElement Path(string data, string css) => new(
        Svg + "path", new XAttribute("d", data), css.Length == 0 ? null : new XAttribute("class", css));

    /// <summary>
    /// A text; <paramref name="anchor"/> is <c>start</c>, <c>middle</c> or <c>end</c>. Without <paramref name="css"/>
    /// it looks as its group says.
    /// </summary>
    public static XElement Text(double x, double y, string text, string css, string anchor = "start")
    {
        var element = new XElement(
            Svg + "text", new XAttribute("x", Number(x)), new XAttribute("y", Number(y)),
            css.Length == 0 ? null : new XAttribute("class", css), SafeText.Of(text));
        if (!string.Equals(anchor, "start", StringComparison.Ordinal)) element.Add(
            new XAttribute("text-anchor", anchor));
        return element;
    }

    private static XElement Named(string name, string text, string? id) =>
        new(Svg + name, id is null ? null : new XAttribute("id", id), SafeText.Of(text));
}
