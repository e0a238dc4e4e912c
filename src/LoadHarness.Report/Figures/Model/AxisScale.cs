namespace LoadHarness.Report.Figures.Model;

/// <summary>How values are spread along an axis.</summary>
public enum AxisScale
{
    /// <summary>Equal steps.</summary>
    Linear = 0,

    /// <summary>Equal ratios, ticks at 1, 2, 3, 4, 6, 8, 12…: for clients.</summary>
    Log2 = 1,

    /// <summary>Equal ratios, ticks at 1, 10, 100… and between: for latency.</summary>
    Log10 = 2,
}
