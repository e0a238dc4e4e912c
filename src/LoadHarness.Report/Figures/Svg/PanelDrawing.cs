using System.Xml.Linq;

using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>Draws one panel: titles, lanes, axes, then the data from back to front.</summary>
internal static class PanelDrawing
{
    /// <summary>Draws one panel.</summary>
    /// <param name="box">The panel.</param>
    /// <param name="draw">Draws one of its series.</param>
    public static XElement Draw(PanelBox box, Func<Series, XElement> draw)
    {
        var group = SvgElements.Group(
            SvgElements.Text(box.Left, box.Top + SvgTheme.PanelTitleSize, box.Panel.Title, "ptitle"),
            SvgElements.Text(box.Left, box.Top + SvgTheme.PanelTitleSize + 19, Label(box.Panel), "tick"));
        group.Add(AxisDrawing.Draw(box));
        for (var i = 0; i < box.Panel.Lanes.Count; i++) group.Add(LaneDrawing.Draw(box, box.Panel.Lanes[i], i));
        group.Add(box.Panel.Bands.Select(band => DrawBand(box, band)));
        group.Add(box.Panel.Marks.Where(mark => box.X.Shows(mark.X)).Select(mark => DrawMark(box, mark)));
        group.Add(box.Panel.ReferenceLines.Select(line => SvgElements.Line(
            box.PlotLeft, box.Y.Pixel(line.Y), box.PlotRight, box.Y.Pixel(line.Y), "ref")));
        group.Add(box.Panel.Series.Select(draw));
        if (HasNothing(box))
            group.Add(SvgElements.Text(
                (box.PlotLeft + box.PlotRight) / 2, (box.PlotTop + box.PlotBottom) / 2, "no data", "muted", "middle"));
        return group;
    }

    /// <summary>What the vertical axis measures and what dashed lines mean: above the plot, where no data can cover
    /// it.</summary>
    private static string Label(Panel panel) =>
        string.Join("; ", panel.ReferenceLines.Select(line => "dashed: " + line.Label).Prepend(panel.Y.Label));

    private static bool HasNothing(PanelBox box) =>
        !box.Panel.Series.Any(series => series.Points.Any(point => box.X.Shows(point.X) && box.Y.Shows(point.Y)));

    private static XElement DrawBand(PanelBox box, Band band)
    {
        var (top, bottom) = (box.Y.Pixel(band.HighY), box.Y.Pixel(band.LowY));
        var height = Math.Max(bottom - top, 3);
        var rectangle = SvgElements.Rectangle(
            box.X.Pixel(band.FromX), (top + bottom - height) / 2, box.X.Pixel(band.ToX) - box.X.Pixel(band.FromX),
                height,
            "soft " + SvgTheme.Fill(band.Style));
        rectangle.Add(LegendLinks.Of(box.Legend, band));
        return rectangle;
    }

    private static XElement DrawMark(PanelBox box, EventMark mark)
    {
        var x = box.X.Pixel(mark.X);
        var line = SvgElements.Line(x, box.PlotTop, x, box.PlotBottom, "event");
        line.Add(LegendLinks.OfMarks(box.Legend));
        if (mark.Tip.Length > 0) line.Add(SvgElements.Title(mark.Tip));
        return line;
    }
}
