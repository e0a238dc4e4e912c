namespace LoadHarness.Analysis.Levels;

/// <summary>
/// Latency of correct operations, µs. A percentile with fewer than 6 values beyond it is NaN (METHOD.md A.4).
/// </summary>
/// <param name="Count">Values.</param>
/// <param name="Mean_us">Mean.</param>
/// <param name="P50_us">Median.</param>
/// <param name="P90_us">90th percentile.</param>
/// <param name="P99_us">99th percentile.</param>
/// <param name="P999_us">99.9th percentile.</param>
/// <param name="Max_us">Longest.</param>
public readonly record struct LatencySummary(
    long Count, double Mean_us, double P50_us, double P90_us, double P99_us, double P999_us, double Max_us);
