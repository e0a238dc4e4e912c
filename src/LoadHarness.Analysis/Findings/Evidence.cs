namespace LoadHarness.Analysis.Findings;

/// <summary>One number behind a finding.</summary>
/// <param name="Name">What it is, with its unit at the end, e.g. <c>sut_cpu_share</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Subject">
/// Whose number, when a finding has several subjects: a model, a stage or an operation type; else empty.
/// </param>
public sealed record Evidence(string Name, double Value, string Subject = "");
