using LoadHarness.Analysis.OpenLoop;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Tables;

/// <summary>Latency against offered load: one row for each stage, model and rate.</summary>
internal static class OpenTable
{
    /// <summary>Explains the columns.</summary>
    public const string Legend =
        "Offered: operations due per second. Of the capacity: ≤ where that is only a lower bound. Done: correct "
            + "operations per second. From due, from send: latency from when operations were due, and from when they "
            + "were sent; ± is the 95 % interval, over starts where there are several, else over batches of windows. "
            + "Sent late by: 99 % of the operations were sent at most this "
            + "after they were due; of this the generator's own part. Late: sent more than 1 ms after due. Waited: "
            + "found no free connection. A level whose generator is late by more than a quarter of the 99th percentile "
            + "is suspect; one that sent less than 99 % of what was due is invalid.";

    /// <summary>Builds the table.</summary>
    public static ReportTable Of(ReportPart part) => ReportTable.Of(
        part.Stages.SelectMany(stage => part.Models.SelectMany(model => part.Open
            .Where(curve => curve.Key.Stage.Equals(stage, StringComparison.Ordinal)
                && curve.Key.Model.Equals(model, StringComparison.Ordinal))
            .SelectMany(curve => curve.Levels.Select(level => (Curve: curve, Level: level))))),
        new("Operation", false, row => row.Curve.Key.Stage),
        new("Model", false, row => Words.Name(row.Curve.Key.Model)),
        new("Offered/s", true, row => NumberText.Prefixed(row.Level.Rate_per_s)),
        new("Of the capacity", true, Share),
        new("Done/s", true, row => NumberText.Prefixed(row.Level.Throughput_per_s)),
        new("Median from due", true, row => Time(row.Level.FromDue.P50)),
        new("95 % from due", true, row => Time(row.Level.FromDue.P95)),
        new("99 % from due", true, row => Time(row.Level.FromDue.P99)),
        new("Median from send", true, row => Words.Time(row.Level.FromSend.P50_us)),
        new("99 % from send", true, row => Words.Time(row.Level.FromSend.P99_us)),
        new("Sent late by, 99 %", true, row => Words.Time(row.Level.SendLagP99_us)),
        new("of this the generator's", true, row => Words.Time(row.Level.OwnLagP99_us)),
        new("Late", true, row => Part(row.Level, row.Level.Late)),
        new("Waited", true, row => Part(row.Level, row.Level.Queued)),
        new("Dropped", true, row => Part(row.Level, row.Level.Dropped)),
        new("Level", false, row => Grade(row.Level)));

    private static string Share((OpenCurve Curve, OpenLevelSummary Level) row)
    {
        var share = row.Curve.ShareOf(row.Level);
        return double.IsFinite(share) ? (row.Curve.IsLowerBound ? "≤ " : "") + Words.Share(share) : NumberText.None;
    }

    private static string Time(Interval interval)
    {
        var time = Words.Time(interval.Estimate);
        return interval.IsKnown ? $"{time} ± {Words.Share(interval.RelativeHalfWidth)}" : time;
    }

    /// <summary>A count as a share of the operations due.</summary>
    private static string Part(OpenLevelSummary level, long count) =>
        count == 0 || level.Due == 0 ? "0" : Words.Share((double)count / level.Due);

    private static string Grade(OpenLevelSummary level) => level.Validity.Grade == ValidityGrade.Valid
        ? "valid"
        : $"{level.Validity.Grade.ToString().ToLowerInvariant()}: "
            + string.Join(", ", level.Validity.Issues.Select(issue => issue.Code));
}
