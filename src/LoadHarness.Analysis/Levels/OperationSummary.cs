namespace LoadHarness.Analysis.Levels;

/// <summary>One operation type at one level.</summary>
/// <param name="Operation">Its name.</param>
/// <param name="Throughput_per_s">
/// Correct operations per second over the windows that count, all visits together.
/// </param>
/// <param name="Latency">Its latency.</param>
/// <param name="Errors">Operations that ended in any other way.</param>
public sealed record OperationSummary(string Operation, double Throughput_per_s, LatencySummary Latency, long Errors);
