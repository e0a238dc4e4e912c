namespace LoadHarness.Report.Figures.Model;

/// <summary>A horizontal line that means something.</summary>
/// <param name="Y">Where.</param>
/// <param name="Label">What it means, a few words.</param>
public readonly record struct ReferenceLine(double Y, string Label);
