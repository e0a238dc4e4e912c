using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Tables;

/// <summary>How many windows count and why others do not: one row for each stage and model.</summary>
internal static class WindowsTable
{
    /// <summary>Builds the table.</summary>
    public static ReportTable Of(ReportPart part) => ReportTable.Of(
        part.Keys.Select(key => (Key: key, Rows: RawRows.Totals(part.Run)
            .Where(row => key.Holds(row.Key)).ToList())),
        new("Operation", false, curve => curve.Key.Stage),
        new("Model", false, curve => Words.Name(curve.Key.Model)),
        new("Levels visited", true, curve => NumberText.Count(curve.Rows.Count)),
        new("Windows that count", true, curve => Sum(curve.Rows, row => row.KeptWindows)),
        new("Cut as warm-up", true, curve => Sum(curve.Rows, row => row.WarmupWindows)),
        new("Dropped as disturbed", true, curve => Sum(curve.Rows, row => row.DisturbedWindows)),
        new("Share dropped", true, curve => Share(curve.Rows)),
        new("Time that counts", true,
            curve => NumberText.Of(curve.Rows.Sum(row => row.Measured_s), Figures.Model.Quantity.Time_s)));

    private static string Sum(List<LevelRow> rows, Func<LevelRow, int> value) => NumberText.Count(rows.Sum(value));

    private static string Share(List<LevelRow> rows)
    {
        var all = rows.Sum(row => row.KeptWindows + row.WarmupWindows + row.DisturbedWindows);
        return all == 0 ? NumberText.None : Words.Share((double)rows.Sum(row => row.DisturbedWindows) / all);
    }
}
