using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>A panel with its place on the drawing, px.</summary>
internal sealed record PanelBox
{
    public required Panel Panel { get; init; }

    /// <summary>The legend of its figure.</summary>
    public required IReadOnlyList<LegendEntry> Legend { get; init; }

    /// <summary>Left edge of everything that belongs to the panel.</summary>
    public required double Left { get; init; }

    /// <summary>Top edge of everything that belongs to the panel.</summary>
    public required double Top { get; init; }

    /// <summary>Plot area, left edge.</summary>
    public required double PlotLeft { get; init; }

    /// <summary>Plot area, right edge.</summary>
    public required double PlotRight { get; init; }

    /// <summary>Plot area, top edge.</summary>
    public required double PlotTop { get; init; }

    /// <summary>Plot area, bottom edge.</summary>
    public required double PlotBottom { get; init; }

    /// <summary>Bottom edge of everything that belongs to the panel.</summary>
    public required double Bottom { get; init; }

    /// <summary>Whether the label of the horizontal axis is written: below the lowest panel of a column only.</summary>
    public required bool ShowsXLabel { get; init; }

    /// <summary>Horizontal axis.</summary>
    public required AxisMap X { get; init; }

    /// <summary>Vertical axis.</summary>
    public required AxisMap Y { get; init; }
}
