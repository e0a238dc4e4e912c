namespace LoadHarness.Results.Columns;

/// <summary>Puts the value of one field into a row.</summary>
/// <typeparam name="TRow">The row's type.</typeparam>
/// <param name="row">A row; it is left as it is.</param>
/// <param name="utf8">The field, without quotes.</param>
/// <returns>A copy with the value, or the row itself when it has that value already.</returns>
/// <exception cref="FormatException">The text is not a value of this column.</exception>
public delegate TRow FieldReader<TRow>(TRow row, ReadOnlySpan<byte> utf8);
