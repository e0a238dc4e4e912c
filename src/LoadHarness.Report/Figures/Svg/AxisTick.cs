namespace LoadHarness.Report.Figures.Svg;

/// <summary>A tick of an axis.</summary>
/// <param name="Value">Where, in data units.</param>
/// <param name="Label">Text; empty: a line without text.</param>
internal readonly record struct AxisTick(double Value, string Label);
