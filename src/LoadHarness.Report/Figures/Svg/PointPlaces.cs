using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>Where the points of a panel stand on its drawing and in its table, so that a page can tell the numbers of
/// the point under the pointer.</summary>
internal static class PointPlaces
{
    /// <summary>For each series, parted by semicolons: row, x and y of each point that can be seen, to
    /// the pixel.</summary>
    public static string Of(PanelBox box)
    {
        var table = new PanelTable(box.Panel);
        return string.Join(';', box.Panel.Series.Select(series => string.Join(' ', series.Points
            .Where(point => box.X.Shows(point.X) && box.Y.Shows(point.Y))
            .Select(point => PlaceOf(box, table, point)))));
    }

    private static string PlaceOf(PanelBox box, PanelTable table, DataPoint point) =>
        Whole(table.RowOf(point.X)) + " " + Whole(box.X.Pixel(point.X)) + " " + Whole(box.Y.Pixel(point.Y));

    private static string Whole(double value) => SvgElements.Number(Math.Round(value));
}
