namespace LoadHarness.Report.Figures.Model;

/// <summary>One pair of axes and what stands between them.</summary>
public sealed record Panel
{
    /// <summary>Title above the panel.</summary>
    public required string Title { get; init; }

    /// <summary>Horizontal axis.</summary>
    public required Axis X { get; init; }

    /// <summary>Vertical axis.</summary>
    public required Axis Y { get; init; }

    /// <summary>
    /// What orders the points where their places on the horizontal axis are measured, too: it makes the rows of the
    /// panel's table; null: the horizontal axis does.
    /// </summary>
    public Axis? Rows { get; init; }

    /// <summary>Lines with points.</summary>
    public IReadOnlyList<Series> Series { get; init; } = [];

    /// <summary>Shaded rectangles behind the lines.</summary>
    public IReadOnlyList<Band> Bands { get; init; } = [];

    /// <summary>Bars above the plot that say from where to where something holds, one row each.</summary>
    public IReadOnlyList<Lane> Lanes { get; init; } = [];

    /// <summary>Horizontal lines that mean something.</summary>
    public IReadOnlyList<ReferenceLine> ReferenceLines { get; init; } = [];

    /// <summary>Vertical marks: things that happened.</summary>
    public IReadOnlyList<EventMark> Marks { get; init; } = [];
}
