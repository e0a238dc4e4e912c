using System.Globalization;
using CsvHelper;
using LoadHarness.Contracts.Storage;
using LoadHarness.Results.Columns;

namespace LoadHarness.Results;

/// <summary>Appends rows to one CSV file. Rows reach the file when <see cref="Flush"/> is called.</summary>
/// <typeparam name="TRow">The row's type.</typeparam>
internal sealed class CsvTableWriter<TRow> : IDisposable
{
    private static readonly string _format = RunManifest.CurrentFormat.ToString(CultureInfo.InvariantCulture);

    private readonly Table<TRow> _table;
    private readonly FileStream _file;
    private readonly CsvWriter _csv;
    private bool _isBroken;

    /// <summary>Creates the file, which must not exist, and writes its header line.</summary>
    public CsvTableWriter(string path, Table<TRow> table)
    {
        _table = table;
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        _csv = CsvWriter.Create(_file, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        _csv.WriteRecord([.. table.Header]);
        Flush();
    }

    public void Write(IEnumerable<TRow> rows)
    {
        _isBroken = true;
        foreach (var row in rows)
        {
            _csv.WriteField(_format);
            foreach (var column in _table.Columns) _csv.WriteField(column.ToCsv(row));
            _csv.EndRecord();
        }

        _isBroken = false;
    }

    /// <summary>Hands everything written to the operating system, so that it outlives this process.</summary>
    public void Flush()
    {
        _isBroken = true;
        _csv.Flush();
        _file.Flush();
        _isBroken = false;
    }

    public void Dispose()
    {
        try
        {
            using (_file) _csv.Dispose();
        }
        catch (Exception e) when (_isBroken && StorageProblem.IsExpected(e))
        {
            // What could not be written has been told already.
        }
    }
}
