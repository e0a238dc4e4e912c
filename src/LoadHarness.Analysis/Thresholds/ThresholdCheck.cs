using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Thresholds;

/// <summary>One limit and one curve.</summary>
/// <param name="Curve">Which curve; null when a limit names none that was measured.</param>
/// <param name="Limit">What the limit is about.</param>
/// <param name="Wanted">The limit, in the unit that <see cref="ThresholdLimit"/> names.</param>
/// <param name="Measured">What was measured, in the same unit, with its interval where there is one.</param>
/// <param name="Outcome">Whether it holds.</param>
/// <param name="Reason">What keeps it from being decided; empty otherwise.</param>
public sealed record ThresholdCheck(
    CurveKey? Curve, ThresholdLimit Limit, double Wanted, Interval Measured, ThresholdOutcome Outcome,
    string Reason = "");
