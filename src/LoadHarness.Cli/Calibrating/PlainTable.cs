using LoadHarness.Report.Tables;

namespace LoadHarness.Cli.Calibrating;

/// <summary>Prints a table of the report as lines of plain text with aligned columns.</summary>
internal static class PlainTable
{
    private const string Gap = "  ";

    /// <summary>Prints it.</summary>
    public static void Write(ReportTable table, TextWriter output)
    {
        var head = table.Columns.Select(column => column.Header).ToList();
        var widths = table.Columns
            .Select((_, i) => table.Rows.Select(row => row[i].Length).Append(head[i].Length).Max()).ToList();
        foreach (var row in table.Rows.Prepend(head))
        {
            var cells = row.Select((cell, i) =>
                table.Columns[i].IsNumber ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]));
            output.WriteLine(string.Join(Gap, cells).TrimEnd());
        }
    }
}
