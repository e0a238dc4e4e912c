using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Comparing;
using LoadHarness.Analysis.Curves;
using LoadHarness.Report.Sentences;
using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Tables;

/// <summary>The answer of one workload: one row for each operation and model.</summary>
internal static class AnswerTable
{
    /// <summary>Explains the columns.</summary>
    public const string Legend =
        "Levels out at: the smallest number of clients from which more clients bring less than the margin more "
            + "throughput. Capacity: the mean over the levelled-out levels (or the peak), with its 95 % interval; ≥ "
            + "marks a lower bound. Ratio: capacity relative to the best model of the same operation, with its 95 % "
            + "interval. CPU per operation: CPU time of the server at its capacity. Valid levels: those that passed "
                + "every "
            + "check.";

    /// <summary>Explains the column that is there only where it was asked whose limit it is.</summary>
    public const string LimitLegend =
        "Whose limit: what an experiment shows of the server and the load generator, by a null server in the server's "
            + "place or by changing the generator; the evidence stands with how far to trust the numbers.";

    /// <summary>Builds the table.</summary>
    public static ReportTable Of(ReportPart part) => ReportTable.Of(
        part.Stages.SelectMany(stage => part.Models.Select(model => part.Curve(model, stage)).OfType<CurveAnalysis>())
            .Where(curve => curve.Verdict.Kind != VerdictKind.Held),
        [.. OfVerdict(), .. WhoseLimit(part), .. Overload(part), .. OfCosts(part)]);

    /// <summary>Whether it was asked of any curve whose limit it is.</summary>
    public static bool HasLimits(ReportPart part) =>
        part.Curves.Any(curve => curve.Cause.Limit != LimitKind.NotTested);

    private static TableColumn<CurveAnalysis>[] OfVerdict() =>
    [
        new("Operation", false, curve => curve.Key.Stage),
        new("Model", false, curve => Words.Name(curve.Key.Model)),
        new("Verdict", false, curve => VerdictText.Kind(curve.Verdict)),
        new("Levels out at, clients", true, curve => VerdictText.Clients(curve.Verdict)),
        new("Capacity, operations/s", true, curve => VerdictText.Capacity(curve.Verdict)),
    ];

    private static TableColumn<CurveAnalysis>[] WhoseLimit(ReportPart part) =>
        HasLimits(part) ? [new("Whose limit", false, CauseWords.Short)] : [];

    private static TableColumn<CurveAnalysis>[] Overload(ReportPart part) =>
        OverloadTable.IsTried(part) ? [new("Under overload", false, OverloadWords.Short)] : [];

    private static TableColumn<CurveAnalysis>[] OfCosts(ReportPart part) =>
    [
        new("Ratio to the best", true, curve => Ratio(part.Comparisons.FirstOrDefault(one => one.Curve == curve.Key))),
        new("Limited by", false, curve => VerdictText.Limit(part, curve.Key)),
        new("Server CPU per operation", true, CpuPerOperation),
        new("Starts", true, curve =>
            curve.Verdict.Starts > 0 ? NumberText.Count(curve.Verdict.Starts) : NumberText.None),
        new("Valid levels", true, ValidLevels),
    ];

    /// <summary>The ratio to the best with its verdict.</summary>
    public static string Ratio(ModelComparison? comparison)
    {
        if (comparison is null) return NumberText.None;
        return comparison.Verdict == ComparisonVerdict.Best ? "1 (best)"
            : IntervalText.Ratio(comparison.Ratio) + " " + ComparisonText.Of(comparison.Verdict);
    }

    /// <summary>CPU time of the server per operation at its capacity.</summary>
    public static string CpuPerOperation(CurveAnalysis curve) => Words.Time(curve.CpuPerOperation_us);

    private static string ValidLevels(CurveAnalysis curve)
    {
        var valid = curve.Levels.Count(level => level.Validity.Grade == ValidityGrade.Valid);
        return $"{NumberText.Count(valid)} of {NumberText.Count(curve.Levels.Count)}";
    }
}
