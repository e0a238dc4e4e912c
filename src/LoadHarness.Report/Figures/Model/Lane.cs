namespace LoadHarness.Report.Figures.Model;

/// <summary>A labelled bar above the plot: from where to where something holds on the horizontal axis.</summary>
/// <param name="Style">Index into the palette.</param>
/// <param name="From">Left end; NaN: no bar, only the label.</param>
/// <param name="To">Right end.</param>
/// <param name="Label">A few words.</param>
public readonly record struct Lane(int Style, double From, double To, string Label);
