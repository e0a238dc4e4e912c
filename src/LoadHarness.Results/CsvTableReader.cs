using System.Globalization;
using CsvHelper;
using LoadHarness.Results.Columns;

namespace LoadHarness.Results;

/// <summary>
/// Reads one CSV file: columns are found by name, unknown ones are ignored, a last line without its line end
/// (the writer was killed in the middle) is left out and reported.
/// </summary>
internal static class CsvTableReader
{
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
            return Parse(path, File.ReadAllText(path), table, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ResultsException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads all rows of a text.</summary>
    /// <param name="path">The file it is from.</param>
    /// <param name="text">The text.</param>
    /// <param name="table">Its columns.</param>
    /// <param name="problems">Receives one line for each thing that was left out.</param>
    /// <exception cref="ResultsException">It cannot be read; names file, line and column.</exception>
    internal static List<TRow> Parse<TRow>(
        string path, string text, Table<TRow> table, ICollection<string> problems)
    {
        text = WholeLines(path, text, problems);
        if (text.Length == 0) return [];
        using var csv = CsvReader.FromText(text, _options);
        var places = Places(path, table, csv.Headers);
        var rows = new List<TRow>();
        while (csv.Read()) rows.Add(ReadRow(path, csv, table, places));
        return rows;
    }

    private static string WholeLines(string path, string text, ICollection<string> problems)
    {
        var end = text.LastIndexOf('\n') + 1;
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
        if (missing.Count > 0)
            throw new ResultsException($"{path}: column missing: {string.Join(", ", missing)}");
        return [.. table.Header.Select(name => places.GetValueOrDefault(name, -1))];
    }

    private static TRow ReadRow<TRow>(string path, CsvReader csv, Table<TRow> table, int[] places)
    {
        var line = csv.LineNumber.ToString(CultureInfo.InvariantCulture);
        if (csv.FieldCount <= places.Max()) throw new ResultsException($"{path}, line {line}: too few fields");
        CheckFormat($"{path}, line {line}", csv.GetString(places[0]));
        var row = table.Blank;
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var column = table.Columns[i];
            if (places[i + 1] < 0) continue;
            var text = csv.GetString(places[i + 1]);
            try
            {
                row = column.FromCsv(row, text);
            }
            catch (Exception e) when (e is FormatException or OverflowException)
            {
                throw new ResultsException(
                    $"{path}, line {line}, column {column.Name}: '{text}' cannot be read: {e.Message}", e);
            }
        }

        return row;
    }

    private static void CheckFormat(string where, string text)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var format) || format < 1)
            throw new ResultsException($"{where}, column {Table<int>.FormatColumn}: '{text}' is not a format version");
        if (format > RunManifest.CurrentFormat)
            throw new ResultsException(ManifestFile.NewerFormat(where, format));
    }
}
