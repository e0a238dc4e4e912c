namespace LoadHarness.Results.Columns;

/// <summary>One table of the run folder: its file and its columns in the order of the file.</summary>
/// <typeparam name="TRow">The row's type.</typeparam>
public sealed class Table<TRow>
{
    /// <summary>Name of the column that comes first in every table: the version of the format.</summary>
    public const string FormatColumn = "format";

    internal Table(string fileName, TRow blank, IEnumerable<Column<TRow>> columns)
    {
        FileName = fileName;
        Blank = blank;
        Columns = [.. columns];
    }

    /// <summary>
    /// Name of its file in the run folder; for histograms only an example, as each level has its own.
    /// </summary>
    public string FileName { get; }

    /// <summary>The columns, without the leading <see cref="FormatColumn"/>.</summary>
    public IReadOnlyList<Column<TRow>> Columns { get; }

    /// <summary>A row without values, from which reading starts.</summary>
    internal TRow Blank { get; }

    /// <summary>The header line of its CSV file.</summary>
    public IEnumerable<string> Header => Columns.Select(c => c.Name).Prepend(FormatColumn);

    /// <summary>The column of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Column<TRow> this[string name] =>
        Columns.FirstOrDefault(c => c.Name.Equals(name, StringComparison.Ordinal))
        ?? throw new KeyNotFoundException($"{FileName} has no column '{name}'");
}
