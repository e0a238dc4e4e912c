namespace LoadHarness.Results.Columns;

/// <summary>
/// How the values of one column are put together when rows are merged (visits of a level, operation types).
/// </summary>
public enum Combine
{
    /// <summary>It names the row; rows with different values are not merged.</summary>
    Key = 0,

    /// <summary>Added.</summary>
    Sum = 1,

    /// <summary>The largest.</summary>
    Maximum = 2,

    /// <summary>The smallest.</summary>
    Minimum = 3,

    /// <summary>The value of the latest row.</summary>
    Latest = 4,

    /// <summary>Computed again from the merged counts, windows or histograms; never averaged.</summary>
    Derived = 5,
}
