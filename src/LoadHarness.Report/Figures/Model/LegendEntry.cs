namespace LoadHarness.Report.Figures.Model;

/// <summary>One entry of the legend.</summary>
/// <param name="Label">Name.</param>
/// <param name="Style">Index into the palette; −1: neutral colour, for what holds for every series.</param>
/// <param name="Line">Line to show.</param>
/// <param name="Mark">Point to show; null: none.</param>
public readonly record struct LegendEntry(string Label, int Style, LineKind Line, PointMark? Mark)
{
    /// <summary>Whether the entry stands for the vertical event marks.</summary>
    public bool IsEventMark { get; init; }

    /// <summary>Whether the entry stands for a shaded rectangle.</summary>
    public bool IsBand { get; init; }
}
