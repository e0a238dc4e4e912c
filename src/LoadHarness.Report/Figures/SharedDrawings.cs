namespace LoadHarness.Report.Figures;

/// <summary>What the drawings of a page share, so that it stands there once.</summary>
/// <param name="Style">Rules.</param>
/// <param name="Markup">An element that can stand in HTML and takes no room.</param>
public sealed record SharedDrawings(string Style, string Markup);
