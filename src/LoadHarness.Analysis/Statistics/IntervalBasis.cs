namespace LoadHarness.Analysis.Statistics;

/// <summary>What varied between the values an interval rests on.</summary>
public enum IntervalBasis
{
    /// <summary>Nothing: there is no interval.</summary>
    None = 0,

    /// <summary>Windows within one start of the SUT: says nothing about how restarts differ.</summary>
    Windows = 1,

    /// <summary>Restarts of the SUT.</summary>
    Restarts = 2,

    /// <summary>Fits to levels and windows drawn anew.</summary>
    Bootstrap = 3,
}
