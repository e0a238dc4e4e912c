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

    /// <summary>How it stands to the best.</summary>
    public StandingKind Kind => Comparison switch
    {
        null => StandingKind.Held,
        { Verdict: ComparisonVerdict.Best } => StandingKind.Highest,
        { Verdict: ComparisonVerdict.Same } => StandingKind.Same,
        { Verdict: ComparisonVerdict.Slower } => StandingKind.Behind,
        { Ratio: var ratio } when !ratio.IsKnown || ratio.Contains(1) => StandingKind.NoDifference,
        _ => StandingKind.Open,
    };
}
