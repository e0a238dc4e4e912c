using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Holding;
using LoadHarness.Analysis.Levels;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Tables;

/// <summary>What held clients cost: one row for each model and level of the curves that were held.</summary>
internal static class HoldTable
{
    /// <summary>Explains the columns.</summary>
    public const string Legend =
        "Memory: resident memory of the server while the clients were held. Per client: what each client beyond those "
            + "of the lowest level has added by this level. Answer: from a client's being ready to its complete "
            + "answer, its own pause left out.";

    /// <summary>The curves that were held.</summary>
    public static IReadOnlyList<CurveAnalysis> Curves(ReportPart part) =>
        [.. part.Curves.Where(curve => curve.Verdict.Kind == VerdictKind.Held)];

    /// <summary>Builds the table.</summary>
    public static ReportTable Of(ReportPart part) => ReportTable.Of(
        Curves(part).SelectMany(curve => curve.Levels.Select((level, i) => new Row(
            curve, level, HoldCost.Of([.. curve.Levels.Take(i + 1)])))),
        new("Operation", false, row => row.Curve.Key.Stage),
        new("Model", false, row => Words.Name(row.Curve.Key.Model)),
        new("Clients", true, row => NumberText.Count(row.Level.Clients)),
        new("Memory", true, row => Size(row.Level.Resources.SutRss_bytes)),
        new("Memory per client", true, row => NumberText.Of(row.Cost.Memory_bytes, Quantity.Size_bytes)),
        new("Threads", true, row => NumberText.Count(row.Level.Resources.SutThreads)),
        new("Threads per client", true, row => NumberText.Plain(row.Cost.Threads, 2)),
        new("Descriptors", true, row => NumberText.Count(row.Level.Resources.SutDescriptors)),
        new("Operations/s", true, row => NumberText.Prefixed(row.Level.Throughput.Estimate)),
        new("Answer, median", true, row => Words.Time(row.Level.Latency.P50_us)),
        new("Answer, 99 %", true, row => Words.Time(row.Level.Latency.P99_us)),
        new("Errors", true, row => NumberText.Count(row.Level.Errors.Total)),
        new("Valid", false, row => row.Level.Validity.Grade == ValidityGrade.Valid
            ? "yes" : string.Join(", ", row.Level.Validity.Issues.Select(issue => issue.Code))));

    private static string Size(long size_bytes) =>
        size_bytes > 0 ? NumberText.Of(size_bytes, Quantity.Size_bytes) : NumberText.None;

    private sealed record Row(CurveAnalysis Curve, LevelSummary Level, HoldCost Cost);
}
