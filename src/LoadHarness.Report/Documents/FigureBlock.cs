using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Documents;

/// <summary>A figure with its caption.</summary>
/// <param name="Name">Name of the file without its ending.</param>
/// <param name="Figure">What it shows.</param>
/// <param name="Caption">What to see in it.</param>
public sealed record FigureBlock(string Name, Figure Figure, string Caption) : Block;
