using System.Globalization;
using System.Text;
using CsvHelper;
using LoadHarness.Contracts.Storage;
using LoadHarness.Results.Columns;

namespace LoadHarness.Results;

/// <summary>
/// Reads one CSV file: columns are found by name, unknown ones are ignored, a last line without its line end
/// (the writer was killed in the middle) is left out and reported.
/// </summary>
internal static class CsvTableReader
{
    /// <summary>Of so many missing columns the names are told; a table that lacks more is another one.</summary>
    private const int MostNamed = 4;

    private static readonly CsvReaderOptions _options = new()
    {
        Separator = ',',
        AllowLineBreaksInQuotes = false,
        TrackLineNumbers = true,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    /// <summary>Reads all rows.</summary>
    /// <param name="path">The file.</param>
    /// <param name="table">Its columns.</param>
    /// <param name="problems">Receives one line for each thing that was left out.</param>
    /// <exception cref="ResultsException">The file cannot be read; names file, line and column.</exception>
    public static List<TRow> Read<TRow>(string path, Table<TRow> table, ICollection<string> problems)
    {
        var rows = new List<TRow>();
        Visit(path, table, problems, rows.Add);
        return rows;
    }

    /// <summary>Hands on one row after the other, for those who keep less than the rows.</summary>
    /// <param name="path">The file.</param>
    /// <param name="table">Its columns.</param>
    /// <param name="problems">Receives one line for each thing that was left out.</param>
    /// <param name="visit">Receives the rows.</param>
    /// <exception cref="ResultsException">The file cannot be read; names file, line and column.</exception>
    public static void Visit<TRow>(
        string path, Table<TRow> table, ICollection<string> problems, Action<TRow> visit)
    {
        try
        {
            using var file = WholeFile.Load(path);
            Visit(path, file.Bytes, table, problems, visit);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ResultsException($"{path}: cannot be read: {StorageProblem.Reason(e)}", e);
        }
    }

    /// <summary>Hands on the rows of a text.</summary>
    /// <param name="path">The file it is from.</param>
    /// <param name="text">The text, UTF-8.</param>
    /// <param name="table">Its columns.</param>
    /// <param name="problems">Receives one line for each thing that was left out.</param>
    /// <param name="visit">Receives the rows.</param>
    /// <exception cref="ResultsException">It cannot be read; names file, line and column.</exception>
    internal static void Visit<TRow>(string path, ReadOnlyMemory<byte> text, Table<TRow> table,
        ICollection<string> problems, Action<TRow> visit)
    {
        text = WholeLines(path, text, problems);
        if (text.Length == 0) return;
        using var csv = CsvReader.Create(text, _options);
        var places = Places(path, table, csv.Headers);
        var fields = places.Max() + 1;
        var columns = table.Columns.Zip(places.Skip(1)).Where(column => column.Second >= 0).ToArray();

        // Each row starts from the one before: neighbours share their level, and what is the same is not made again.
        // Columns that the file lacks keep the blank row's value.
        var row = table.Blank;
        while (csv.Read())
        {
            if (csv.FieldCount < fields) throw new ResultsException($"{Where(path, csv)}: too few fields");
            CheckFormat(path, csv, csv.GetSpan(places[0]));
            row = ReadRow(path, csv, columns, row);
            visit(row);
        }
    }

    private static ReadOnlyMemory<byte> WholeLines(
        string path, ReadOnlyMemory<byte> text, ICollection<string> problems)
    {
        var end = text.Span.LastIndexOf((byte)'\n') + 1;
        if (text.Length == 0) problems.Add($"{path}: empty, not even a header line");
        else if (end < text.Length) problems.Add($"{path}: the last line is only half written and was left out");
        return text[..end];
    }

    private static int[] Places<TRow>(string path, Table<TRow> table, IReadOnlyList<string> header)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Count; i++) places.TryAdd(header[i], i);
        var optional = table.Columns.Where(column => column.IsOptional).Select(column => column.Name);
        var missing = table.Header.Except(optional, StringComparer.Ordinal)
            .Where(name => !places.ContainsKey(name)).ToList();
        if (missing.Count > MostNamed)
        {
            throw new ResultsException(string.Create(CultureInfo.InvariantCulture,
                $"{path}: not a table of a run: {missing.Count} columns are missing, {missing[0]} among them"));
        }

        if (missing.Count > 0)
            throw new ResultsException($"{path}: column missing: {string.Join(", ", missing)}");
        return [.. table.Header.Select(name => places.GetValueOrDefault(name, -1))];
    }

    private static TRow ReadRow<TRow>(
        string path, CsvReader csv, (Column<TRow> Column, int Place)[] columns, TRow row)
    {
        var i = 0;
        try
        {
            for (; i < columns.Length; i++) row = columns[i].Column.FromCsv(row, csv.GetSpan(columns[i].Place));
            return row;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            var (column, place) = columns[i];
            throw new ResultsException(
                $"{Where(path, csv)}, column {column.Name}: '{Encoding.UTF8.GetString(csv.GetSpan(place))}' cannot be "
                    + $"read: {e.Message}", e);
        }
    }

    private static void CheckFormat(string path, CsvReader csv, ReadOnlySpan<byte> text)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var format) || format < 1)
        {
            throw new ResultsException($"{Where(path, csv)}, column {Table<int>.FormatColumn}: "
                + $"'{Encoding.UTF8.GetString(text)}' is not a format version");
        }

        if (format > RunManifest.CurrentFormat)
            throw new ResultsException(ManifestFile.NewerFormat(Where(path, csv), format));
    }

    private static string Where(string path, CsvReader csv) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}, line {csv.LineNumber}");
}
