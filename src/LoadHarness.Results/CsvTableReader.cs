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
        try
        {
            return Parse(path, File.ReadAllBytes(path), table, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ResultsException($"{path}: cannot be read: {StorageProblem.Reason(e)}", e);
        }
    }

    /// <summary>Reads all rows of a text.</summary>
    /// <param name="path">The file it is from.</param>
    /// <param name="text">The text, UTF-8.</param>
    /// <param name="table">Its columns.</param>
    /// <param name="problems">Receives one line for each thing that was left out.</param>
    /// <exception cref="ResultsException">It cannot be read; names file, line and column.</exception>
    internal static List<TRow> Parse<TRow>(
        string path, ReadOnlyMemory<byte> text, Table<TRow> table, ICollection<string> problems)
    {
        text = WholeLines(path, text, problems);
        if (text.Length == 0) return [];
        using var csv = CsvReader.Create(text, _options);
        var places = Places(path, table, csv.Headers);
        var fields = places.Max() + 1;
        var rows = new List<TRow>();

        // Each row starts from the one before: neighbours share their level, and what is the same is not made again.
        // Columns that the file lacks keep the blank row's value.
        var row = table.Blank;
        while (csv.Read())
        {
            if (csv.FieldCount < fields) throw new ResultsException($"{Where(path, csv)}: too few fields");
            row = ReadRow(path, csv, table, places, row);
            rows.Add(row);
        }

        return rows;
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

    private static TRow ReadRow<TRow>(string path, CsvReader csv, Table<TRow> table, int[] places, TRow row)
    {
        CheckFormat(path, csv, csv.GetSpan(places[0]));
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (places[i + 1] < 0) continue;
            var text = csv.GetSpan(places[i + 1]);
            try
            {
                row = table.Columns[i].FromCsv(row, text);
            }
            catch (Exception e) when (e is FormatException or OverflowException)
            {
                throw new ResultsException(
                    $"{Where(path, csv)}, column {table.Columns[i].Name}: '{Encoding.UTF8.GetString(text)}' cannot be "
                        + $"read: {e.Message}", e);
            }
        }

        return row;
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
