namespace LoadHarness.Report.Figures.Model;

/// <summary>A shaded rectangle in data units, behind the lines.</summary>
/// <param name="Style">Index into the palette.</param>
/// <param name="FromX">Left.</param>
/// <param name="ToX">Right.</param>
/// <param name="LowY">Bottom.</param>
/// <param name="HighY">Top.</param>
public readonly record struct Band(int Style, double FromX, double ToX, double LowY, double HighY);
