using LoadHarness.Analysis.Curves;

namespace LoadHarness.Analysis.Comparing;

/// <summary>A curve that two runs have, then and now.</summary>
/// <param name="Before">In the run it is compared with.</param>
/// <param name="After">In the run in question.</param>
/// <param name="Capacity">The later capacity against the earlier one.</param>
/// <param name="Verdict">
/// What that comes to when all curves are looked at together: faster and slower only if Holm's correction leaves it
/// beyond chance.
/// </param>
/// <param name="Reason">How it came about, and what keeps it from being decided.</param>
public sealed record RunDifference(
    CurveAnalysis Before, CurveAnalysis After, CapacityComparison Capacity, ComparisonVerdict Verdict, string Reason)
{
    /// <summary>Which curve.</summary>
    public CurveKey Key => After.Key;

    /// <summary>CPU time of the server per operation, later over earlier; NaN when unknown.</summary>
    public double CpuPerOperationRatio => After.CpuPerOperation_us / Before.CpuPerOperation_us;
}
