using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>Where everything stands on a drawing 960 px wide and as high as needed.</summary>
internal sealed class FigureLayout
{
    public const double Width = 960;
    public const double Margin = 20;
    public const double LineHeight = 19;
    public const double LegendHeight = 24;
    public const double LaneHeight = 18;

    private const double ColumnGap = 26;
    private const double RowGap = 22;

    private FigureLayout(
        IReadOnlyList<string> subtitle, IReadOnlyList<LegendPlace> legend, IReadOnlyList<PanelBox> panels,
            double height) =>
        (Subtitle, Legend, Panels, Height) = (subtitle, legend, panels, height);

    /// <summary>Lines under the title.</summary>
    public IReadOnlyList<string> Subtitle { get; }

    /// <summary>Legend entries with their places.</summary>
    public IReadOnlyList<LegendPlace> Legend { get; }

    /// <summary>Panels with their places.</summary>
    public IReadOnlyList<PanelBox> Panels { get; }

    /// <summary>Height of the drawing, px.</summary>
    public double Height { get; }

    /// <summary>Baseline of the title.</summary>
    public static double TitleBaseline => Margin + SvgTheme.TitleSize;

    /// <summary>Lays a figure out.</summary>
    public static FigureLayout Of(Figure figure)
    {
        var subtitle = TextWidth.Wrap(figure.Subtitle, SvgTheme.TextSize, Width - 2 * Margin);
        var top = TitleBaseline + 8 + subtitle.Count * LineHeight;
        var legend = PlaceLegend(figure.Legend, top + 14);
        if (legend.Count > 0) top = legend[^1].Y + LegendHeight;
        top += 16;
        var panels = PlacePanels(figure, top, out var bottom);
        return new FigureLayout(subtitle, legend, panels, Math.Ceiling(bottom + Margin));
    }

    private static List<LegendPlace> PlaceLegend(IReadOnlyList<LegendEntry> entries, double top)
    {
        var places = new List<LegendPlace>();
        var (x, y) = (Margin, top);
        foreach (var entry in entries)
        {
            var width = LegendPlace.KeyWidth + TextWidth.Of(entry.Label, SvgTheme.TextSize) + 22;
            if (x > Margin && x + width > Width - Margin) (x, y) = (Margin, y + LegendHeight);
            places.Add(new LegendPlace(entry, x, y));
            x += width;
        }

        return places;
    }

    private static List<PanelBox> PlacePanels(Figure figure, double top, out double bottom)
    {
        var columnWidth = (Width - 2 * Margin - ColumnGap * (figure.Columns - 1)) / figure.Columns;
        var frame = new PanelFrame(figure);
        var boxes = new List<PanelBox>();
        for (var first = 0; first < figure.Panels.Count; first += figure.Columns)
        {
            var row = figure.Panels.Skip(first).Take(figure.Columns).ToList();
            var lanes = row.Max(panel => panel.Lanes.Count);
            boxes.AddRange(row.Select((panel, i) => frame.Place(
                panel, Margin + i * (columnWidth + ColumnGap), top, columnWidth, lanes,
                showsXLabel: first + i + figure.Columns >= figure.Panels.Count)));
            top = boxes.Skip(first).Max(box => box.Bottom) + RowGap;
        }

        bottom = top - RowGap;
        return boxes;
    }
}
