using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>A legend entry with its place.</summary>
/// <param name="Entry">What it says.</param>
/// <param name="X">Left edge, px.</param>
/// <param name="Y">Top edge, px.</param>
internal readonly record struct LegendPlace(LegendEntry Entry, double X, double Y)
{
    /// <summary>Room for the line or point before the text, px.</summary>
    public const double KeyWidth = 36;
}
