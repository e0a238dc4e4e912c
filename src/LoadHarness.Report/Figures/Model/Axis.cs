namespace LoadHarness.Report.Figures.Model;

/// <summary>One axis: what it measures and how values are spread along it.</summary>
/// <param name="Label">What it measures, with the unit.</param>
/// <param name="Scale">How values are spread.</param>
/// <param name="Quantity">How the numbers at the ticks are written.</param>
public sealed record Axis(string Label, AxisScale Scale, Quantity Quantity)
{
    /// <summary>Lowest value shown, or null to take it from the data (linear axes then start at 0).</summary>
    public double? Low { get; init; }

    /// <summary>Highest value shown, or null to take it from the data.</summary>
    public double? High { get; init; }
}
