using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.OpenLoop;

/// <summary>
/// Latency of correct operations from when they were due, µs. A percentile with fewer than 6 values beyond it is
/// unknown; the intervals are over starts where there are several, else over batches of windows.
/// </summary>
/// <param name="Count">Values.</param>
/// <param name="Mean_us">Mean.</param>
/// <param name="P50">Median.</param>
/// <param name="P95">95th percentile.</param>
/// <param name="P99">99th percentile.</param>
/// <param name="Max_us">Longest.</param>
public sealed record OpenLatency(
    long Count, double Mean_us, Interval P50, Interval P95, Interval P99, double Max_us);
