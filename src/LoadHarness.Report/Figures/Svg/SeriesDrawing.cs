using System.Text;
using System.Xml.Linq;

using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>Draws the lines, bars and points of a series.</summary>
internal static class SeriesDrawing
{
    private const double CapHalfWidth = 3;

    /// <summary>Draws one series, lines first and points on top.</summary>
    /// <param name="series">The series.</param>
    /// <param name="box">The panel it stands in.</param>
    /// <param name="hasTips">Whether points carry their numbers, shown when the pointer rests on them.</param>
    public static XElement Draw(Series series, PanelBox box, bool hasTips)
    {
        var group = SvgElements.Group(new XAttribute("class", "series"));
        group.Add(LegendLinks.Of(box.Legend, series));
        var shown = series.Points.Where(point => IsShown(point, box)).ToList();
        if (series.Line != LineKind.None && LinePath(series, box) is { Length: > 0 } line)
            group.Add(SvgElements.Path(line, LineClass(series.Line, series.Style)));
        if (string.Concat(shown.Select(point => Bar(point, box))) is { Length: > 0 } bars)
            group.Add(SvgElements.Path(bars, "bar " + SvgTheme.Stroke(series.Style)));
        if (series.Markers && shown.Count > 0)
        {
            group.Add(MarkerShape.Group(series.Style, hasTips
                ? shown.Select(point => MarkerWithTip(point, series, box))
                : shown.GroupBy(point => point.Mark).Select(points => MarkerShape.Draw(
                    string.Concat(points.Select(point => Outline(point, series, box))), points.Key))));
        }

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

    /// <summary>An upright line with a cap at each end; nothing where it would be shorter than a pixel.</summary>
    private static string Bar(DataPoint point, PanelBox box)
    {
        if (!double.IsFinite(point.Low) || !double.IsFinite(point.High)) return "";
        var (x, low, high) = (box.X.Pixel(point.X), box.Y.Pixel(point.Low), box.Y.Pixel(point.High));
        if (low - high < 1) return "";
        var (from, bottom, top) = (
            SvgElements.Number(x - CapHalfWidth), SvgElements.Number(low), SvgElements.Number(high));
        var cap = SvgElements.Number(2 * CapHalfWidth);
        return $"M{SvgElements.Number(x)} {bottom}V{top}M{from} {bottom}h{cap}M{from} {top}h{cap}";
    }

    private static XElement MarkerWithTip(DataPoint point, Series series, PanelBox box)
    {
        var marker = MarkerShape.Draw(Outline(point, series, box), point.Mark);
        marker.Add(SvgElements.Title(PointText.Line(box.Panel, series, point)));
        return marker;
    }

    private static string Outline(DataPoint point, Series series, PanelBox box) => MarkerShape.Outline(
        box.X.Pixel(point.X), box.Y.Pixel(point.Y), series.Style, point.Mark, series.MarkerSize);
}
