namespace LoadHarness.Analysis.Levels;

/// <summary>A point of the percentile spectrum.</summary>
/// <param name="OneIn">One in so many operations takes longer: 1/(1 − p), e.g. 100 for the 99th percentile.</param>
/// <param name="Latency_us">The percentile, µs.</param>
public readonly record struct SpectrumPoint(double OneIn, double Latency_us);
