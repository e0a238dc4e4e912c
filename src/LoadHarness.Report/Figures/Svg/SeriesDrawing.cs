using System.Text;
using System.Xml.Linq;

using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>Draws the lines, bars and points of a series.</summary>
internal static class SeriesDrawing
{
    private const double CapHalfWidth = 3;

    /// <summary>Draws one series, lines first and points on top.</summary>
    public static XElement Draw(Series series, PanelBox box)
    {
        var group = SvgElements.Group();
        if (series.Line != LineKind.None && LinePath(series, box) is { Length: > 0 } path)
            group.Add(SvgElements.Path(path, LineClass(series.Line, series.Style)));
        foreach (var point in series.Points.Where(point => IsShown(point, box)))
        {
            var bar = Bar(point, series.Style, box);
            if (bar is not null) group.Add(bar);
        }

        if (series.Markers) group.Add(
            series.Points.Where(point => IsShown(point, box)).Select(point => Marker(point, series, box)));
        return group;
    }

    /// <summary>Style classes of a line.</summary>
    public static string LineClass(LineKind line, int style) => "line " + SvgTheme.Stroke(style) + line switch
    {
        LineKind.Dashed => " dash",
        LineKind.Dotted => " dot",
        _ => "",
    };

    private static bool IsShown(DataPoint point, PanelBox box) => box.X.Shows(point.X) && box.Y.Shows(point.Y);

    private static string LinePath(Series series, PanelBox box)
    {
        var path = new StringBuilder();
        var draws = false;
        foreach (var point in series.Points)
        {
            if (point.Mark == PointMark.Cross) continue;
            if (!IsShown(point, box))
            {
                draws = false;
                continue;
            }

            path.Append(draws ? 'L' : 'M').Append(SvgElements.Number(box.X.Pixel(point.X)))
                .Append(' ').Append(SvgElements.Number(box.Y.Pixel(point.Y)));
            draws = true;
        }

        return path.ToString();
    }

    private static XElement? Bar(DataPoint point, int style, PanelBox box)
    {
        if (!double.IsFinite(point.Low) || !double.IsFinite(point.High)) return null;
        var (x, low, high) = (box.X.Pixel(point.X), box.Y.Pixel(point.Low), box.Y.Pixel(point.High));
        if (low - high < 1) return null;
        var css = "bar " + SvgTheme.Stroke(style);
        return SvgElements.Group(
            SvgElements.Line(x, low, x, high, css),
            SvgElements.Line(x - CapHalfWidth, low, x + CapHalfWidth, low, css),
            SvgElements.Line(x - CapHalfWidth, high, x + CapHalfWidth, high, css));
    }

    private static XElement Marker(DataPoint point, Series series, PanelBox box)
    {
        var marker = MarkerShape.Draw(
            box.X.Pixel(point.X), box.Y.Pixel(point.Y), series.Style, point.Mark, series.MarkerSize);
        if (point.Tip.Length > 0) marker.Add(SvgElements.Tip(point.Tip));
        return marker;
    }
}
