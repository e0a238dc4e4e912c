namespace LoadHarness.Report.Figures.Model;

/// <summary>How a line is drawn.</summary>
public enum LineKind
{
    /// <summary>Points only.</summary>
    None = 0,

    /// <summary>Full line.</summary>
    Solid = 1,

    /// <summary>Dashes.</summary>
    Dashed = 2,

    /// <summary>Thin dots: for what is computed, not measured.</summary>
    Dotted = 3,
}
