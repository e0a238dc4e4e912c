namespace LoadHarness.Analysis.Curves;

/// <summary>The plateau throughput of one start of the SUT.</summary>
/// <param name="Repetition">0 for the first start.</param>
/// <param name="Throughput_per_s">Pooled mean over the plateau's levels, operations/s.</param>
/// <param name="Levels">Levels pooled.</param>
public sealed record RestartEstimate(int Repetition, double Throughput_per_s, int Levels);
