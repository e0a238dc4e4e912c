namespace LoadHarness.Report.Tables;

/// <summary>A table of finished texts.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, one text for each column.</param>
public sealed record ReportTable(IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Builds a table from one definition for each column.</summary>
    /// <param name="rows">What each row is about.</param>
    /// <param name="columns">Columns with what they show of a row.</param>
    public static ReportTable Of<T>(IEnumerable<T> rows, params IReadOnlyList<TableColumn<T>> columns) => new(
        [.. columns.Select(column => new TableColumn(column.Header, column.IsNumber))],
        [.. rows.Select(row => (IReadOnlyList<string>)[.. columns.Select(column => column.Text(row))])]);
}
