using System.Xml.Linq;

using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>Draws one lane above the plot. Its label stands inside the bar, or beside it when it does not
/// fit, or at the edge with more room when that is too little, too.</summary>
internal static class LaneDrawing
{
    /// <summary>Draws one lane.</summary>
    /// <param name="box">The panel.</param>
    /// <param name="lane">What to draw.</param>
    /// <param name="row">0 for the highest lane.</param>
    public static XElement Draw(PanelBox box, Lane lane, int row)
    {
        var top = box.PlotTop - (box.Panel.Lanes.Count - row) * FigureLayout.LaneHeight - 3;
        var baseline = top + 12;
        var group = SvgElements.Group();
        group.Add(LegendLinks.Of(box.Legend, lane));
        if (!box.X.Shows(lane.From))
        {
            group.Add(SvgElements.Text(box.PlotLeft, baseline, lane.Label, "tick"));
            return group;
        }

        var (from, to) = (box.X.Pixel(lane.From), Math.Max(box.X.Pixel(lane.To), box.X.Pixel(lane.From) + 6));
        var width = TextWidth.Of(lane.Label, SvgTheme.TickSize) + 12;
        group.Add(SvgElements.Rectangle(
            from, top, to - from, FigureLayout.LaneHeight - 2, "lane " + SvgTheme.Fill(lane.Style), 2));
        var (roomLeft, roomRight) = (from - box.Left, box.PlotRight - to);
        if (width <= to - from) group.Add(SvgElements.Text(from + 6, baseline, lane.Label, "lanetext"));
        else if (width <= roomLeft) group.Add(SvgElements.Text(from - 6, baseline, lane.Label, "lanetext", "end"));
        else if (width <= roomRight) group.Add(SvgElements.Text(to + 6, baseline, lane.Label, "lanetext"));
        else if (roomLeft >= roomRight) group.Add(SvgElements.Text(box.Left, baseline, lane.Label, "lanetext"));
        else group.Add(SvgElements.Text(box.PlotRight, baseline, lane.Label, "lanetext", "end"));
        return group;
    }
}
