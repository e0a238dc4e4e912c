using LoadHarness.Analysis.Curves;
using LoadHarness.Results;

namespace LoadHarness.Analysis.History;

/// <summary>A curve in one of the runs of a scenario.</summary>
/// <param name="Run">The run.</param>
/// <param name="Verdict">What the curve came to in it.</param>
/// <param name="CpuPerOperation_us">CPU time of the server per operation at the capacity, µs; NaN when unknown.</param>
/// <param name="IsChange">A new level begins here.</param>
public sealed record HistoryPoint(RunManifest Run, Verdict Verdict, double CpuPerOperation_us, bool IsChange);
