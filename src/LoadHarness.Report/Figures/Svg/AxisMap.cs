using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>From data units to pixels along one axis.</summary>
/// <param name="Scale">How values are spread.</param>
/// <param name="Low">Value at <paramref name="PixelLow"/>.</param>
/// <param name="High">Value at <paramref name="PixelHigh"/>; above <paramref name="Low"/>.</param>
/// <param name="PixelLow">Pixel of the lowest value.</param>
/// <param name="PixelHigh">Pixel of the highest value; smaller than <paramref name="PixelLow"/> on a vertical
/// axis.</param>
internal readonly record struct AxisMap(AxisScale Scale, double Low, double High, double PixelLow, double PixelHigh)
{
    /// <summary>Pixel of a value. Values outside the axis land on its end.</summary>
    public double Pixel(double value)
    {
        var share = Scale == AxisScale.Linear ? (value - Low) / (High - Low)
            : value <= 0 ? 0
            : Math.Log(value / Low) / Math.Log(High / Low);
        return PixelLow + Math.Clamp(share, 0, 1) * (PixelHigh - PixelLow);
    }

    /// <summary>Whether a value can be shown.</summary>
    public bool Shows(double value) => double.IsFinite(value) && (Scale == AxisScale.Linear || value > 0);

    /// <summary>Length in pixels.</summary>
    public double Length => Math.Abs(PixelHigh - PixelLow);
}
