using System.Xml.Linq;

using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>Points: a shape per style, so that series are told apart without colour.</summary>
internal static class MarkerShape
{
    /// <summary>A group that colours the points in it.</summary>
    /// <param name="style">Index into the palette.</param>
    /// <param name="points">The points.</param>
    public static XElement Group(int style, params IEnumerable<XElement> points) => new(
        SvgElements.Svg + "g",
        new XAttribute("class", $"mark {SvgTheme.Stroke(style)} {SvgTheme.Fill(style)}"),
        points);

    /// <summary>Draws points of one kind, to stand in a <see cref="Group"/>.</summary>
    /// <param name="outlines">Their outlines.</param>
    /// <param name="mark">How it is drawn.</param>
    public static XElement Draw(string outlines, PointMark mark) =>
        SvgElements.Path(outlines, mark == PointMark.Hollow ? "hollow" : "");

    /// <summary>The outline of one point.</summary>
    /// <param name="x">Centre, px.</param>
    /// <param name="y">Centre, px.</param>
    /// <param name="style">Index into the palette.</param>
    /// <param name="mark">How it is drawn.</param>
    /// <param name="size">Relative to the usual size.</param>
    public static string Outline(double x, double y, int style, PointMark mark, double size) =>
        mark switch
        {
            PointMark.Cross => Stroke(x, y, 4 * size, 4 * size) + Stroke(x, y, 4 * size, -4 * size),
            PointMark.Down => Stroke(x - 2.5 * size, y, 2.5 * size, 4 * size)
                + Stroke(x + 2.5 * size, y, 2.5 * size, -4 * size),
            _ => Outline(x, y, style, size),
        };

    private static string Outline(double x, double y, int style, double size) => (Math.Max(style, 0) % 5) switch
    {
        0 => Circle(x, y, 4 * size),
        1 => Polygon(x, y, size, (-3.5, -3.5), (3.5, -3.5), (3.5, 3.5), (-3.5, 3.5)),
        2 => Polygon(x, y, size, (0, -4.6), (4.4, 3.4), (-4.4, 3.4)),
        3 => Polygon(x, y, size, (0, -5), (5, 0), (0, 5), (-5, 0)),
        _ => Polygon(x, y, size, (0, 4.6), (4.4, -3.4), (-4.4, -3.4)),
    };

    private static string Circle(double x, double y, double radius)
    {
        var arc = $"a{SvgElements.Number(radius)} {SvgElements.Number(radius)} 0 1 0 ";
        return $"M{At(x - radius, y)}{arc}{At(2 * radius, 0)}{arc}{At(-2 * radius, 0)}Z";
    }

    private static string Polygon(double x, double y, double size, params ReadOnlySpan<(double X, double Y)> corners)
    {
        var path = "";
        foreach (var corner in corners) path += (path.Length == 0 ? "M" : "L")
            + At(x + corner.X * size, y + corner.Y * size);
        return path + "Z";
    }

    private static string Stroke(double x, double y, double dx, double dy) =>
        $"M{At(x - dx, y - dy)}L{At(x + dx, y + dy)}";

    private static string At(double x, double y) => $"{SvgElements.Number(x)} {SvgElements.Number(y)}";
}
