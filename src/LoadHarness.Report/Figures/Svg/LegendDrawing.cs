using System.Xml.Linq;

using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>Draws one entry of the legend: a piece of line with its point, then the name.</summary>
internal static class LegendDrawing
{
    /// <summary>Draws one entry.</summary>
    public static XElement Draw(LegendPlace place)
    {
        var middle = place.Y + 9;
        var group = Key(place.Entry, place.X, middle);
        if (place.Entry.Mark is { } mark)
        {
            var outline = MarkerShape.Outline(place.X + 14, middle, place.Entry.Style, mark, 1);
            group.Add(MarkerShape.Group(place.Entry.Style, MarkerShape.Draw(outline, mark)));
        }

        group.Add(SvgElements.Text(place.X + LegendPlace.KeyWidth, middle + 4.5, place.Entry.Label, ""));
        return group;
    }

    /// <summary>Draws the line and the point of an entry for a page, which has the point's mark elsewhere.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="middle">Height of the line, px.</param>
    public static XElement KeyForPage(LegendEntry entry, double middle)
    {
        var group = Key(entry, 0, middle);
        if (entry.Mark is not null)
            group.Add(SvgElements.Path($"M14 {SvgElements.Number(middle)}h0", MarkKind.Of(entry).Name));
        return group;
    }

    private static XElement Key(LegendEntry entry, double left, double middle)
    {
        var group = SvgElements.Group();
        if (entry.IsBand) group.Add(
            SvgElements.Rectangle(left, middle - 6, 28, 12, "lane " + SvgTheme.Fill(entry.Style), 2));
        if (entry.IsEventMark) group.Add(SvgElements.Line(left + 14, middle - 8, left + 14, middle + 8, "event"));
        if (entry.Line != LineKind.None)
            group.Add(SvgElements.Line(
                left, middle, left + 28, middle, SeriesDrawing.LineClass(entry.Line, entry.Style)));
        return group;
    }
}
