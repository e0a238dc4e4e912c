namespace LoadHarness.Results.Columns;

/// <summary>
/// One column of one table: the single place that says how a value is called, measured in, meant, written, read, shown
/// and combined.
/// It feeds the CSV header, the CSV rows, the reader, and the tables and legends of the report.
/// </summary>
/// <typeparam name="TRow">The row's type.</typeparam>
public sealed record Column<TRow>
{
    /// <summary>Name in the CSV header: snake_case, the unit at its end, e.g. <c>latency_p99_us</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Unit for people, e.g. <c>µs</c>; empty for counts and texts.</summary>
    public required string Unit { get; init; }

    /// <summary>One line that says what it is.</summary>
    public required string Meaning { get; init; }

    /// <summary>True when files of earlier versions lack it and are read without it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>How values of several rows become one.</summary>
    public required Combine Combine { get; init; }

    /// <summary>The value as written to CSV: invariant culture, NaN empty.</summary>
    public required Func<TRow, string> ToCsv { get; init; }

    /// <summary>Reads the value from the text of a CSV field.</summary>
    public required FieldReader<TRow> FromCsv { get; init; }

    /// <summary>The value as a number; NaN for texts and unknown values.</summary>
    public required Func<TRow, double> Value { get; init; }

    /// <summary>The value as shown to people: rounded, invariant culture, a dash when unknown.</summary>
    public required Func<TRow, string> ToReport { get; init; }
}
