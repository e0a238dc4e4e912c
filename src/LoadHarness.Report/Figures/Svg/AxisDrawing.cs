using System.Xml.Linq;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>Draws grid lines, axes, ticks and the label of the horizontal axis.</summary>
internal static class AxisDrawing
{
    /// <summary>Draws both axes of a panel.</summary>
    public static XElement Draw(PanelBox box)
    {
        var group = SvgElements.Group();
        DrawY(group, box, [.. AxisTicks.Of(box.Y, box.Panel.Y.Quantity, horizontal: false)
            .Where(tick => tick.Label.Length > 0)]);
        DrawX(group, box, AxisTicks.Of(box.X, box.Panel.X.Quantity, horizontal: true));
        if (box.ShowsXLabel)
        {
            group.Add(SvgElements.Text(
                (box.PlotLeft + box.PlotRight) / 2, box.PlotBottom + 38, box.Panel.X.Label, "tick", "middle"));
        }

        return group;
    }

    private static void DrawY(XElement group, PanelBox box, List<AxisTick> ticks)
    {
        var (left, right) = (SvgElements.Number(box.PlotLeft), SvgElements.Number(box.PlotRight));
        var grid = ticks.Select(tick => $"M{left} {SvgElements.Number(box.Y.Pixel(tick.Value))}H{right}");
        group.Add(SvgElements.Path(string.Concat(grid), "grid"));
        group.Add(Labels("end", ticks.Select(tick => SvgElements.Text(
            box.PlotLeft - 7, box.Y.Pixel(tick.Value) + 4, tick.Label, ""))));
    }

    private static void DrawX(XElement group, PanelBox box, IReadOnlyList<AxisTick> ticks)
    {
        var bottom = SvgElements.Number(box.PlotBottom);
        var axis = $"M{SvgElements.Number(box.PlotLeft)} {bottom}H{SvgElements.Number(box.PlotRight)}";
        var strokes = ticks.Select(tick =>
            $"M{SvgElements.Number(box.X.Pixel(tick.Value))} {bottom}v{(tick.Label.Length == 0 ? "3" : "5")}");
        group.Add(SvgElements.Path(axis + string.Concat(strokes), "axis"));
        group.Add(Labels("middle", ticks.Where(tick => tick.Label.Length > 0).Select(tick => SvgElements.Text(
            box.X.Pixel(tick.Value), box.PlotBottom + 18, tick.Label, ""))));
    }

    private static XElement Labels(string anchor, IEnumerable<XElement> labels) => SvgElements.Group(
        new XAttribute("class", "ticks"), new XAttribute("text-anchor", anchor), labels);
}
