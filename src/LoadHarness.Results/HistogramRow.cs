using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Results;

/// <summary>One step of one operation type's latency histogram: a row of a file in histograms/.</summary>
/// <param name="Operation">Operation type.</param>
/// <param name="Step">Range and count.</param>
/// <param name="Basis">From when latency counts.</param>
public readonly record struct HistogramRow(
    string Operation, HistogramStep Step, LatencyBasis Basis = LatencyBasis.Send);
