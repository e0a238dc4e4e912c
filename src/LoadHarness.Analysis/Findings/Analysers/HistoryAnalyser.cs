using LoadHarness.Analysis.Curves;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>Whether one order of the operations explains what clients saw, where it was asked.</summary>
internal static class HistoryAnalyser
{
    public static IEnumerable<Finding> Analyse(FindingContext context) => context.Run.Histories
        .GroupBy(row => new CurveKey(row.Key.Workload, row.Key.Model, row.Key.Stage))
        .Select(curve => Of(curve.Key, [.. curve]));

    private static Finding Of(CurveKey key, List<HistoryRow> rows)
    {
        var violated = rows.Where(row => row.State == HistoryState.Violated).ToList();
        var undecided = rows.Count(row => row.State == HistoryState.Undecided);
        var operations = rows.Sum(row => row.Operations);
        return violated.Count > 0 ? Violated(key, rows, violated)
            : undecided > 0 ? new Finding
            {
                Code = FindingCode.LinearizabilityUndecided,
                Severity = FindingSeverity.Warning,
                Subjects = [key],
                Numbers =
                    [new("levels", rows.Count), new("undecided_levels", undecided), new("operations", operations)],
            }
            : Linearizable(key, rows);
    }

    private static Finding Violated(CurveKey key, List<HistoryRow> rows, List<HistoryRow> violated) => new()
    {
        Code = FindingCode.NotLinearizable,
        Severity = FindingSeverity.Error,
        Subjects = [key],
        Numbers =
        [
            new("levels", rows.Count), new("violated_levels", violated.Count),
            new("operations", rows.Sum(row => row.Operations)), new("first_clients", violated[0].Key.Clients),
        ],
        Notes = [violated[0].Violation],
    };

    private static Finding Linearizable(CurveKey key, List<HistoryRow> rows) => new()
    {
        Code = FindingCode.Linearizable,
        Severity = FindingSeverity.Information,
        Subjects = [key],
        Numbers =
        [
            new("levels", rows.Count), new("operations", rows.Sum(row => row.Operations)),
            new("keys", rows.Max(row => row.Keys)), new("most_at_once", rows.Max(row => row.MostAtOnce)),
            new("longest_us", rows.Max(row => row.Longest_us)), new("unanswered", rows.Sum(row => row.Unanswered)),
            new("unchecked", rows.Sum(row => row.Unchecked)),
        ],
    };
}
