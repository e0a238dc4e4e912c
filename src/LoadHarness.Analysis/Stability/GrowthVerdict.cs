namespace LoadHarness.Analysis.Stability;

/// <summary>Whether something grows beyond its bound.</summary>
public enum GrowthVerdict
{
    /// <summary>Nothing is known of it.</summary>
    Unknown = 0,

    /// <summary>The whole interval of its growth lies within the bound.</summary>
    Steady = 1,

    /// <summary>The whole interval lies beyond the bound.</summary>
    Grows = 2,

    /// <summary>The bound lies within the interval: a longer run would tell.</summary>
    Undecided = 3,
}
