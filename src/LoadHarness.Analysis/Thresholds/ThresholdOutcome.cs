namespace LoadHarness.Analysis.Thresholds;

/// <summary>Whether a limit holds.</summary>
public enum ThresholdOutcome
{
    /// <summary>The data do not decide: the interval holds the limit, or there is no such number.</summary>
    Undecided = 0,

    /// <summary>It holds.</summary>
    Met = 1,

    /// <summary>It does not hold.</summary>
    Missed = 2,
}
