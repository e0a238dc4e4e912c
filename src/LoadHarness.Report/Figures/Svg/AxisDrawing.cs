using System.Xml.Linq;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>Draws grid lines, axes, ticks and the label of the horizontal axis.</summary>
internal static class AxisDrawing
{
    /// <summary>Draws both axes of a panel.</summary>
    public static XElement Draw(PanelBox box)
    {
        var group = SvgElements.Group();
        foreach (var tick in AxisTicks.Of(box.Y, box.Panel.Y.Quantity, horizontal: false)) DrawY(group, box, tick);
        foreach (var tick in AxisTicks.Of(box.X, box.Panel.X.Quantity, horizontal: true)) DrawX(group, box, tick);
        group.Add(SvgElements.Line(box.PlotLeft, box.PlotBottom, box.PlotRight, box.PlotBottom, "axis"));
        if (box.ShowsXLabel)
        {
            group.Add(SvgElements.Text(
                (box.PlotLeft + box.PlotRight) / 2, box.PlotBottom + 38, box.Panel.X.Label, "tick", "middle"));
        }

        return group;
    }

    private static void DrawY(XElement group, PanelBox box, AxisTick tick)
    {
        if (tick.Label.Length == 0) return;
        var y = box.Y.Pixel(tick.Value);
        group.Add(SvgElements.Line(box.PlotLeft, y, box.PlotRight, y, "grid"));
        group.Add(SvgElements.Text(box.PlotLeft - 7, y + 4, tick.Label, "tick", "end"));
    }

    private static void DrawX(XElement group, PanelBox box, AxisTick tick)
    {
        var x = box.X.Pixel(tick.Value);
        group.Add(SvgElements.Line(x, box.PlotBottom, x, box.PlotBottom + (tick.Label.Length == 0 ? 3 : 5), "axis"));
        if (tick.Label.Length > 0) group.Add(SvgElements.Text(x, box.PlotBottom + 18, tick.Label, "tick", "middle"));
    }
}
