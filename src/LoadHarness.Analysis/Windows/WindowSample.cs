namespace LoadHarness.Analysis.Windows;

/// <summary>What the decisions need to know of one window.</summary>
/// <param name="Throughput_per_s">Correct operations per second.</param>
/// <param name="OtherCpuShare">
/// CPU time used by neither SUT nor harness, as a share of the machine's, 0 … 1; NaN when unknown.
/// </param>
/// <param name="StealShare">Time the hypervisor withheld, 0 … 1; NaN when unknown.</param>
public readonly record struct WindowSample(
    double Throughput_per_s, double OtherCpuShare = double.NaN, double StealShare = double.NaN);
