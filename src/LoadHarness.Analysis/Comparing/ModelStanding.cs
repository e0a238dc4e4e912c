using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Holding;

namespace LoadHarness.Analysis.Comparing;

/// <summary>One model on one piece of work.</summary>
/// <param name="Curve">What it did.</param>
/// <param name="Comparison">How it compares with the best; null where clients were held.</param>
/// <param name="Cost">What held clients cost it; null where there was a ladder.</param>
public sealed record ModelStanding(CurveAnalysis Curve, ModelComparison? Comparison, HoldCost? Cost)
{
    /// <summary>Its name.</summary>
    public string Model => Curve.Key.Model;
}
