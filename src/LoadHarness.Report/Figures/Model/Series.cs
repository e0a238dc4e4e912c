namespace LoadHarness.Report.Figures.Model;

/// <summary>Points of one thing, joined by a line.</summary>
public sealed record Series
{
    /// <summary>Name, as in the legend.</summary>
    public required string Name { get; init; }

    /// <summary>Index into the palette of colours and marker shapes; 0 is the first model.</summary>
    public required int Style { get; init; }

    /// <summary>How the line is drawn.</summary>
    public LineKind Line { get; init; } = LineKind.Solid;

    /// <summary>Whether the points themselves are drawn.</summary>
    public bool Markers { get; init; } = true;

    /// <summary>Size of the points relative to the usual one.</summary>
    public double MarkerSize { get; init; } = 1;

    /// <summary>Points from left to right. Points without a finite Y break the line.</summary>
    public required IReadOnlyList<DataPoint> Points { get; init; }
}
