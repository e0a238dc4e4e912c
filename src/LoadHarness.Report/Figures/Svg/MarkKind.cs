using System.Globalization;
using System.Xml.Linq;

using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>
/// Points that look the same. A page draws each kind once, and the browser sets it to the corners of every path of its
/// class: a point then takes no more room than a corner.
/// </summary>
/// <param name="Style">Index into the palette.</param>
/// <param name="Mark">How the points are drawn.</param>
/// <param name="Size">Relative to the usual size.</param>
internal readonly record struct MarkKind(int Style, PointMark Mark, double Size)
{
    /// <summary>Its class and its identifier.</summary>
    public string Name => "m" + (Style < 0 ? "n" : Style.ToString(CultureInfo.InvariantCulture)) + Mark switch
    {
        PointMark.Hollow => "h",
        PointMark.Cross => "c",
        PointMark.Down => "d",
        _ => "",
    }
    + (Size == 1 ? "" : "-" + (100 * Size).ToString("0", CultureInfo.InvariantCulture));

    /// <summary>The kinds that a figure has, in its legend or its panels.</summary>
    public static IEnumerable<MarkKind> Of(Figure figure) =>
    [
        .. figure.Legend.Where(entry => entry.Mark is not null).Select(entry => Of(entry)),
        .. figure.Panels.SelectMany(panel => panel.Series).Where(series => series.Markers)
            .SelectMany(series => series.Points.Select(point => Of(series, point.Mark))),
    ];

    /// <summary>The kind of a legend's point.</summary>
    public static MarkKind Of(LegendEntry entry) => new(entry.Style, entry.Mark ?? PointMark.Filled, 1);

    /// <summary>The kind of a series' points.</summary>
    public static MarkKind Of(Series series, PointMark mark) => new(series.Style, mark, series.MarkerSize);

    /// <summary>The drawing that a page has once.</summary>
    public XElement Define() => new(
        SvgElements.Svg + "marker",
        new XAttribute("id", Name),
        new XAttribute("markerUnits", "userSpaceOnUse"),
        new XAttribute("overflow", "visible"),
        MarkerShape.Group(Style, MarkerShape.Draw(MarkerShape.Outline(0, 0, Style, Mark, Size), Mark)));
}
