namespace LoadHarness.Report.Figures.Model;

/// <summary>One point.</summary>
/// <param name="X">Position on the horizontal axis.</param>
/// <param name="Y">Position on the vertical axis; NaN: nothing to show.</param>
public readonly record struct DataPoint(double X, double Y)
{
    /// <summary>Lower end of the bar; NaN: no bar.</summary>
    public double Low { get; init; } = double.NaN;

    /// <summary>Upper end of the bar; NaN: no bar.</summary>
    public double High { get; init; } = double.NaN;

    /// <summary>Where it stands along <see cref="Panel.Rows"/>, if the panel has them.</summary>
    public double Row { get; init; } = double.NaN;

    /// <summary>How it is drawn.</summary>
    public PointMark Mark { get; init; } = PointMark.Filled;

    /// <summary>What is special about it, shown with its numbers; empty: nothing.</summary>
    public string Note { get; init; } = "";
}
