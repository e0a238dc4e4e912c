using LoadHarness.Analysis.Thresholds;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Tables;

/// <summary>The thresholds of a run and whether they hold.</summary>
public static class ThresholdTable
{
    /// <summary>Builds the table.</summary>
    public static ReportTable Of(IEnumerable<ThresholdCheck> checks) => ReportTable.Of(
        checks,
        new("Operation", false, check => check.Curve?.Stage ?? NumberText.None),
        new("Model", false, check => check.Curve is { } curve ? Words.Name(curve.Model) : NumberText.None),
        new("Limit", false, Limit),
        new("Measured", true, Measured),
        new("Outcome", false, check => check.Outcome switch
        {
            ThresholdOutcome.Met => "met",
            ThresholdOutcome.Missed => "missed",
            _ => $"undecided: {check.Reason}",
        }));

    private static string Limit(ThresholdCheck check) => check.Limit switch
    {
        _ when double.IsNaN(check.Wanted) => NumberText.None,
        ThresholdLimit.Capacity => $"capacity at least {Words.Rate(check.Wanted)}",
        ThresholdLimit.P99 => $"99th percentile of latency at most {Words.Time(check.Wanted)}",
        ThresholdLimit.Errors => $"failed operations at most {Words.Share(check.Wanted)}",
        _ => $"not slower than the baseline by {Words.Share(1 - check.Wanted)} or more",
    };

    private static string Measured(ThresholdCheck check) => check.Limit switch
    {
        ThresholdLimit.Capacity => IntervalText.Rate(check.Measured),
        ThresholdLimit.P99 => Words.Time(check.Measured.Estimate),
        ThresholdLimit.Errors => NumberText.Of(check.Measured.Estimate, Quantity.Share),
        _ => IntervalText.Ratio(check.Measured),
    };
}
