namespace LoadHarness.Report.Figures.Model;

/// <summary>A drawing: panels in a grid under one title and one legend.</summary>
public sealed record Figure
{
    /// <summary>Title, a few words.</summary>
    public required string Title { get; init; }

    /// <summary>One line under the title: how to read it.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>What it shows, for people who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>Panels side by side, 1 … 4.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Height of the plot area of a panel, px.</summary>
    public int PlotHeight { get; init; } = 190;

    /// <summary>Panels, row by row.</summary>
    public required IReadOnlyList<Panel> Panels { get; init; }

    /// <summary>Legend, in reading order.</summary>
    public IReadOnlyList<LegendEntry> Legend { get; init; } = [];
}
