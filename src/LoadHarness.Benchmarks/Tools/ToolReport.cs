namespace LoadHarness.Benchmarks.Tools;

/// <summary>What a tool says of its own run; NaN and −1 where it says nothing.</summary>
/// <param name="Throughput_per_s">Requests/s.</param>
/// <param name="Mean_us">Mean latency, µs.</param>
/// <param name="P50_us">Median latency, µs.</param>
/// <param name="P99_us">Latency that 99 % did not exceed, µs.</param>
/// <param name="Errors">Failed requests.</param>
internal sealed record ToolReport(
    double Throughput_per_s = double.NaN,
    double Mean_us = double.NaN,
    double P50_us = double.NaN,
    double P99_us = double.NaN,
    long Errors = -1);
