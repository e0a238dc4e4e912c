using LoadHarness.Analysis.Comparing;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.OpenLoop;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Findings;

/// <summary>What the analysers look at.</summary>
/// <param name="Run">The stored run.</param>
/// <param name="Curves">Its curves.</param>
/// <param name="Open">Its latency against offered load.</param>
/// <param name="Comparisons">Its model comparisons.</param>
/// <param name="Found">What the analysers before have found.</param>
internal sealed record FindingContext(
    StoredRun Run,
    IReadOnlyList<CurveAnalysis> Curves,
    IReadOnlyList<OpenCurve> Open,
    IReadOnlyList<ModelComparison> Comparisons,
    IReadOnlyList<Finding> Found)
{
    /// <summary>The curve of that name.</summary>
    public CurveAnalysis Curve(CurveKey key) => Curves.First(c => c.Key == key);

    /// <summary>True when one of these findings has been made about the curve.</summary>
    public bool Has(CurveKey curve, params ReadOnlySpan<FindingCode> codes)
    {
        foreach (var finding in Found)
        {
            if (codes.Contains(finding.Code) && finding.Subjects.Contains(curve)) return true;
        }

        return false;
    }
}
