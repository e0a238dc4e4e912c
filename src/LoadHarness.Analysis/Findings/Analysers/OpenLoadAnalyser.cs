using LoadHarness.Analysis.OpenLoop;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>
/// What latency is at the rates offered, from which rate on its tail grows, and which rates were not reached.
/// </summary>
internal static class OpenLoadAnalyser
{
    private const double Doubled = 2;

    public static IEnumerable<Finding> Analyse(FindingContext context) => context.Open.SelectMany(Of);

    private static IEnumerable<Finding> Of(OpenCurve curve)
    {
        var reached = curve.Levels.Where(level => level.Counts && level.FromDue.Count > 0).ToList();
        if (reached.Count > 0) yield return Latency(curve, reached);
        var missed = curve.Levels.Where(IsMissed).ToList();
        if (missed.Count == 0) yield break;
        yield return new Finding
        {
            Code = FindingCode.RateNotReached,
            Severity = FindingSeverity.Warning,
            Subjects = [curve.Key],
            Numbers =
            [
                new("rate_per_s", missed[0].Rate_per_s), new("share", curve.ShareOf(missed[0])),
                new("sent_share", missed[0].SentShare), new("rates", missed.Count),
            ],
        };
    }

    private static Finding Latency(OpenCurve curve, List<OpenLevelSummary> reached)
    {
        var (from, to) = (reached[0], reached[^1]);
        var doubled = reached.Find(level =>
            level.FromDue.P99.Estimate >= Doubled * from.FromDue.P99.Estimate);
        return new Finding
        {
            Code = FindingCode.LatencyAtLoad,
            Severity = FindingSeverity.Information,
            Subjects = [curve.Key],
            Numbers =
            [
                new("from_rate_per_s", from.Rate_per_s), new("from_share", curve.ShareOf(from)),
                new("from_p50_us", from.FromDue.P50.Estimate), new("from_p99_us", from.FromDue.P99.Estimate),
                new("rate_per_s", to.Rate_per_s), new("share", curve.ShareOf(to)),
                new("p50_us", to.FromDue.P50.Estimate), new("p99_us", to.FromDue.P99.Estimate),
                new("doubled_rate_per_s", doubled?.Rate_per_s ?? double.NaN),
                new("doubled_share", doubled is null ? double.NaN : curve.ShareOf(doubled)),
            ],
            Notes = curve.IsLowerBound ? ["lower bound"] : [],
        };
    }

    private static bool IsMissed(OpenLevelSummary level) => level.Validity.Issues.Any(
        issue => string.Equals(issue.Code, ValidityCode.RateNotReached, StringComparison.Ordinal));
}
