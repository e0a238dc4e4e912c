using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>Gives the panels of a figure their places and their axes the ranges.</summary>
internal sealed class PanelFrame
{
    /// <summary>Width of a panel that stands in a page, px: readable on a phone, which shows it at about three quarters
    /// of this.</summary>
    public const double PageWidth = 420;

    /// <summary>Room right of a panel that stands in a page, px: for half of the last label.</summary>
    public const double PageSide = 16;

    /// <summary>Room below a panel that stands in a page, px: for the tails of letters.</summary>
    public const double PageFoot = 2;

    private const double Head = 50;
    private const double TickSpace = 20;
    private const double XLabelSpace = 20;

    private readonly Figure _figure;
    private readonly double _gutter;

    /// <summary>Prepares the places of a figure's panels: the plots of all of them are as wide.</summary>
    public PanelFrame(Figure figure) =>
        (_figure, _gutter) = (figure, figure.Panels.Select(panel => Gutter(figure, panel)).DefaultIfEmpty(0).Max());

    /// <summary>Places a panel.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="left">Left edge, px.</param>
    /// <param name="top">Upper edge, px.</param>
    /// <param name="width">Width, px.</param>
    /// <param name="lanes">Lanes that find room above the plot.</param>
    /// <param name="showsXLabel">Whether the label of the horizontal axis is written.</param>
    public PanelBox Place(Panel panel, double left, double top, double width, int lanes, bool showsXLabel)
    {
        var (plotLeft, plotRight) = (left + _gutter, left + width);
        var plotTop = top + Head + lanes * FigureLayout.LaneHeight;
        var plotBottom = plotTop + _figure.PlotHeight;
        var (x, y) = (XRange(panel), YRange(panel));
        return new PanelBox
        {
            Panel = panel,
            Legend = _figure.Legend,
            Left = left,
            Top = top,
            PlotLeft = plotLeft,
            PlotRight = plotRight,
            PlotTop = plotTop,
            PlotBottom = plotBottom,
            Bottom = plotBottom + TickSpace + (showsXLabel ? XLabelSpace : 0),
            ShowsXLabel = showsXLabel,
            X = new AxisMap(panel.X.Scale, x.Low, x.High, plotLeft, plotRight),
            Y = new AxisMap(panel.Y.Scale, y.Low, y.High, plotBottom, plotTop),
        };
    }

    /// <summary>Room left of a plot for the labels of its ticks, px.</summary>
    private static double Gutter(Figure figure, Panel panel)
    {
        var (low, high) = YRange(panel);
        var map = new AxisMap(panel.Y.Scale, low, high, figure.PlotHeight, 0);
        return AxisTicks.Of(map, panel.Y.Quantity, horizontal: false)
            .Max(tick => TextWidth.Of(tick.Label, SvgTheme.TickSize)) + 8;
    }

    private static (double Low, double High) XRange(Panel panel) => AxisRange.Of(
        panel.X, panel.Series.SelectMany(series => series.Points).Select(point => point.X)
            .Concat(panel.Marks.Select(mark => mark.X)));

    private static (double Low, double High) YRange(Panel panel) => AxisRange.Of(
        panel.Y, panel.Series.SelectMany(series => series.Points)
            .SelectMany(point => new[] { point.Y, point.Low, point.High })
            .Concat(panel.Bands.SelectMany(band => new[] { band.LowY, band.HighY }))
            .Concat(panel.ReferenceLines.Select(line => line.Y)));
}
