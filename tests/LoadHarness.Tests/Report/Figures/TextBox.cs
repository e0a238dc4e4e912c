using System.Globalization;
using System.Xml.Linq;

using LoadHarness.Report.Figures.Svg;

namespace LoadHarness.Tests.Report.Figures;

/// <summary>The place a text of a figure takes, by the same careful widths the layout uses.</summary>
internal readonly record struct TextBox(string Text, double Left, double Right, double Top, double Bottom)
{
    public static TextBox Of(XElement text)
    {
        var css = (text.Attribute("class") ?? text.Parent?.Attribute("class"))?.Value ?? "";
        var size = css.StartsWith("title", StringComparison.Ordinal) ? SvgTheme.TitleSize
            : css.StartsWith("ptitle", StringComparison.Ordinal) ? SvgTheme.PanelTitleSize
            : css.StartsWith("tick", StringComparison.Ordinal) || css.StartsWith("lanetext", StringComparison.Ordinal)
            ? SvgTheme.TickSize
            : SvgTheme.TextSize;
        var (x, y, width) = (Number(text, "x"), Number(text, "y"), TextWidth.Of(text.Value, size));
        var left = (text.Attribute("text-anchor") ?? text.Parent?.Attribute("text-anchor"))?.Value switch
        { "middle" => x - width / 2, "end" => x - width, _ => x };
        return new TextBox(text.Value, left, left + width, y - 0.75 * size, y + 0.22 * size);
    }

    public bool IsInside(double width, double height) => Left >= 0 && Right <= width && Top >= 0 && Bottom <= height;

    public bool Touches(TextBox other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
