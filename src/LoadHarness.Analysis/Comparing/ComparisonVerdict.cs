namespace LoadHarness.Analysis.Comparing;

/// <summary>How a model compares with the best.</summary>
public enum ComparisonVerdict
{
    /// <summary>The interval reaches over a limit of the margin, or a capacity is only a lower bound.</summary>
    Undecided = 0,

    /// <summary>It is the best itself.</summary>
    Best = 1,

    /// <summary>The whole interval lies within ±5 %.</summary>
    Same = 2,

    /// <summary>The whole interval lies below −5 %.</summary>
    Slower = 3,

    /// <summary>The whole interval lies above +5 %.</summary>
    Faster = 4,
}
