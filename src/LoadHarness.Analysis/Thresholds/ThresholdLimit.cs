namespace LoadHarness.Analysis.Thresholds;

/// <summary>What a limit is about.</summary>
public enum ThresholdLimit
{
    /// <summary>Capacity, operations/s, at least.</summary>
    Capacity = 0,

    /// <summary>99th percentile of latency, µs, at most.</summary>
    P99 = 1,

    /// <summary>Failed operations as a share of all, at most.</summary>
    Errors = 2,

    /// <summary>Capacity over that of the baseline run, at least 1 less the margin.</summary>
    Baseline = 3,
}
