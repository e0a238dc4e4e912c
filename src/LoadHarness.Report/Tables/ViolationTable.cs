using LoadHarness.Report.Sentences;
using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Tables;

/// <summary>A few operations that contradict each other: who did what when.</summary>
internal static class ViolationTable
{
    /// <summary>Builds the table.</summary>
    public static ReportTable Of(IReadOnlyList<ViolationRow> rows) => ReportTable.Of(
        rows,
        new("Client", true, row => NumberText.Count(row.Client)),
        new("Operation", false, HistoryWords.Did),
        new("Sent, µs", true, row => NumberText.Plain(row.Call_us, 1)),
        new("Answered, µs", true, row => NumberText.Plain(row.Return_us, 1)));
}
