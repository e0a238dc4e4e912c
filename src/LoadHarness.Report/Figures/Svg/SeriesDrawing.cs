using System.Text;
using System.Xml.Linq;

using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>Draws the bars, lines and points of a series.</summary>
internal static class SeriesDrawing
{
    private const double CapHalfWidth = 3;

    /// <summary>Draws one series for a file, where the points carry their numbers, shown when the pointer rests on
    /// them.</summary>
    /// <param name="series">The series.</param>
    /// <param name="box">The panel it stands in.</param>
    public static XElement Draw(Series series, PanelBox box)
    {
        var (shown, line) = (Shown(series, box), Line(series, box));
        var group = Group(series, shown, box);
        if (line.Length > 0) group.Add(SvgElements.Path(line, LineClass(series.Line, series.Style)));
        if (series.Markers && shown.Count > 0)
            group.Add(MarkerShape.Group(series.Style, shown.Select(point => MarkerWithTip(point, series, box))));
        return group;
    }

    /// <summary>
    /// Draws one series for a page, which has the marks of its points and the numbers elsewhere. A line through points
    /// of one kind carries them itself.
    /// </summary>
    /// <param name="series">The series.</param>
    /// <param name="box">The panel it stands in.</param>
    /// <param name="table">The numbers of the panel.</param>
    public static XElement DrawForPage(Series series, PanelBox box, PanelTable table)
    {
        var (shown, line) = (Shown(series, box), Line(series, box));
        var group = Group(series, shown, box);
        var kinds = shown.GroupBy(point => series.Markers ? point.Mark : PointMark.Filled).ToList();
        var carries = line.Length > 0 && kinds is [{ Key: not PointMark.Cross }];
        var lineClass = LineClass(series.Line, series.Style);
        if (line.Length > 0 && !carries) group.Add(SvgElements.Path(line, lineClass));
        foreach (var kind in kinds)
        {
            var mark = series.Markers ? MarkKind.Of(series, kind.Key).Name : "";
            var path = carries
                ? SvgElements.Path(line, $"{lineClass} {mark}".TrimEnd())
                : SvgElements.Path(Through(kind, box), mark);
            path.Add(new XAttribute("data-r", RowRuns.Of(kind.Select(table.RowOf))));
            group.Add(path);
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

    private static List<DataPoint> Shown(Series series, PanelBox box) =>
        [.. series.Points.Where(point => IsShown(point, box))];

    private static bool IsShown(DataPoint point, PanelBox box) => box.X.Shows(point.X) && box.Y.Shows(point.Y);

    /// <summary>What every series begins with: the bars, below the rest.</summary>
    private static XElement Group(Series series, List<DataPoint> shown, PanelBox box)
    {
        var group = SvgElements.Group(new XAttribute("class", "series"));
        group.Add(LegendLinks.Of(box.Legend, series));
        if (string.Concat(shown.Select(point => Bar(point, box))) is { Length: > 0 } bars)
            group.Add(SvgElements.Path(bars, "bar " + SvgTheme.Stroke(series.Style)));
        return group;
    }

    /// <summary>The line through the points that were not dropped; a point that cannot be shown breaks it.</summary>
    private static string Line(Series series, PanelBox box)
    {
        if (series.Line == LineKind.None) return "";
        var path = new StringBuilder();
        var draws = false;
        foreach (var point in series.Points)
        {
            if (point.Mark == PointMark.Cross) continue;
            var isShown = IsShown(point, box);
            if (isShown) AppendCorner(path, draws ? 'L' : 'M', point, box);
            draws = isShown;
        }

        return path.ToString();
    }

    /// <summary>A path whose corners are points.</summary>
    private static string Through(IEnumerable<DataPoint> points, PanelBox box)
    {
        var path = new StringBuilder();
        foreach (var point in points) AppendCorner(path, path.Length == 0 ? 'M' : 'L', point, box);
        return path.ToString();
    }

    private static void AppendCorner(StringBuilder path, char command, DataPoint point, PanelBox box) =>
        path.Append(command).Append(SvgElements.Number(box.X.Pixel(point.X)))
            .Append(' ').Append(SvgElements.Number(box.Y.Pixel(point.Y)));

    /// <summary>An upright line with a cap at each end; nothing where it would be shorter than a pixel.</summary>
    private static string Bar(DataPoint point, PanelBox box)
    {
        if (!double.IsFinite(point.Low) || !double.IsFinite(point.High)) return "";
        var (x, low, high) = (box.X.Pixel(point.X), box.Y.Pixel(point.Low), box.Y.Pixel(point.High));
        if (low - high < 1) return "";
        var (from, bottom, top) = (
            SvgElements.Number(x - CapHalfWidth), SvgElements.Number(low), SvgElements.Number(high));
        var (half, cap) = (SvgElements.Number(CapHalfWidth), SvgElements.Number(2 * CapHalfWidth));
        return $"M{from} {bottom}h{cap}m-{half} 0V{top}m-{half} 0h{cap}";
    }

    private static XElement MarkerWithTip(DataPoint point, Series series, PanelBox box)
    {
        var outline = MarkerShape.Outline(
            box.X.Pixel(point.X), box.Y.Pixel(point.Y), series.Style, point.Mark, series.MarkerSize);
        var marker = MarkerShape.Draw(outline, point.Mark);
        marker.Add(SvgElements.Title(PointText.Line(box.Panel, series, point)));
        return marker;
    }
}
