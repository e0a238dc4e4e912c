using LoadHarness.Report.Text;
using LoadHarness.Results.Columns;

namespace LoadHarness.Report.Tables;

/// <summary>Tables made from the columns of the run folder's own files, so that names, units and meanings are those of
/// the CSV.</summary>
internal static class ColumnsTable
{
    /// <summary>Some columns of some rows.</summary>
    /// <param name="table">The file's columns.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="names">Names of the columns shown.</param>
    public static ReportTable Of<TRow>(Table<TRow> table, IEnumerable<TRow> rows, IReadOnlyList<string> names)
    {
        var all = rows.ToList();
        return ReportTable.Of(all, [.. names.Select(name => table[name]).Select(column => new TableColumn<TRow>(
            Words.Name(column.Name), all.Exists(row => !double.IsNaN(column.Value(row))), column.ToReport))]);
    }

    /// <summary>What the columns of a file mean.</summary>
    public static ReportTable Legend<TRow>(Table<TRow> table) => ReportTable.Of(
        table.Columns,
        new("Column", false, column => Words.Name(column.Name)),
        new("Unit", false, column => column.Unit),
        new("Meaning", false, column => column.Meaning));
}
