using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace LoadHarness.Results.Columns;

/// <summary>Makes the columns of one table, so that the table reads as a list.</summary>
/// <typeparam name="TRow">The row's type.</typeparam>
internal static class ColumnMaker<TRow>
{
    /// <summary>A column of real numbers; NaN means unknown.</summary>
    public static Column<TRow> Number(
        string name, string unit, string meaning, Combine combine, string format,
        Func<TRow, double> get, Func<TRow, double, TRow> with) => new()
        {
            Name = name,
            Unit = unit,
            Meaning = meaning,
            Combine = combine,
            Value = get,
            ToCsv = row => double.IsNaN(get(row)) ? "" : get(row).ToString("R", CultureInfo.InvariantCulture),
            FromCsv = (row, utf8) => with(row, utf8.IsEmpty
                ? double.NaN
                : double.Parse(utf8, NumberStyles.Float, CultureInfo.InvariantCulture)),
            ToReport = row => double.IsNaN(get(row)) ? ReadableNumber.None : ReadableNumber.Of(get(row), format),
        };

    /// <summary>A column of whole numbers; negative means unknown.</summary>
    public static Column<TRow> Whole(
        string name, string unit, string meaning, Combine combine,
        Func<TRow, long> get, Func<TRow, long, TRow> with) => new()
        {
            Name = name,
            Unit = unit,
            Meaning = meaning,
            Combine = combine,
            Value = row => get(row) < 0 ? double.NaN : get(row),
            ToCsv = row => get(row).ToString(CultureInfo.InvariantCulture),
            FromCsv = (row, utf8) =>
            {
                var value = ToLong(utf8);
                return value == get(row) ? row : with(row, value);
            },
            ToReport = row => get(row) < 0 ? ReadableNumber.None : ReadableNumber.Of(get(row)),
        };

    /// <summary>A column of counts that not every file has: empty when negative, which means unknown.</summary>
    public static Column<TRow> Count(
        string name, string unit, string meaning, Combine combine,
        Func<TRow, long> get, Func<TRow, long, TRow> with) =>
        Whole(name, unit, meaning, combine, get, with) with
        {
            IsOptional = true,
            ToCsv = row => get(row) < 0 ? "" : get(row).ToString(CultureInfo.InvariantCulture),
            FromCsv = (row, utf8) => with(row, utf8.IsEmpty ? -1 : ToLong(utf8)),
        };

    /// <summary>A column of small whole numbers.</summary>
    public static Column<TRow> Small(
        string name, string unit, string meaning, Combine combine,
        Func<TRow, int> get, Func<TRow, int, TRow> with) =>
        Whole(name, unit, meaning, combine, row => get(row), (row, value) => with(row, ToInt(value)));

    /// <summary>A column of texts; line breaks become spaces, so that every row is one line.</summary>
    public static Column<TRow> Text(
        string name, string meaning, Combine combine, Func<TRow, string> get, Func<TRow, string, TRow> with) => new()
        {
            Name = name,
            Unit = "",
            Meaning = meaning,
            Combine = combine,
            Value = _ => double.NaN,
            ToCsv = row => get(row).ReplaceLineEndings(" "),
            FromCsv = (row, utf8) => Ascii.Equals(utf8, get(row)) ? row : with(row, Encoding.UTF8.GetString(utf8)),
            ToReport = get,
        };

    /// <summary>A column of named values, written in lower case.</summary>
    public static Column<TRow> Choice<TEnum>(
        string name, string meaning, Combine combine, Func<TRow, TEnum> get, Func<TRow, TEnum, TRow> with)
        where TEnum : struct, Enum =>
        Text(name, meaning, combine, row => get(row).ToString().ToLowerInvariant(), (row, _) => row) with
        {
            FromCsv = (row, utf8) =>
            {
                var value = ChoiceNames<TEnum>.Parse(utf8);
                return EqualityComparer<TEnum>.Default.Equals(value, get(row)) ? row : with(row, value);
            },
        };

    /// <summary>The columns that name the level a row belongs to.</summary>
    public static IEnumerable<Column<TRow>> Key(Func<TRow, RunKey> get, Func<TRow, RunKey, TRow> with)
    {
        yield return Text("workload", "Service with its protocol and clients", Combine.Key,
            row => get(row).Workload ?? "", (row, text) => with(row, get(row) with { Workload = text }));
        yield return Text("model", "Server model, or the name given to another server", Combine.Key,
            row => get(row).Model ?? "", (row, text) => with(row, get(row) with { Model = text }));
        yield return Text("stage", "What all clients do at this time", Combine.Key,
            row => get(row).Stage ?? "", (row, text) => with(row, get(row) with { Stage = text }));
        yield return Small("repetition", "", "0 for the first start of the server, then its restarts", Combine.Key,
            row => get(row).Repetition, (row, value) => with(row, get(row) with { Repetition = value }));
        yield return Choice(
            "phase",
            "Why the level was visited: ladder, refine, confirm, repeat, cause, ceiling, open, overload or recovery",
            Combine.Key,
            row => get(row).Phase, (row, value) => with(row, get(row) with { Phase = value }));
        yield return Small("clients", "", "Simultaneous virtual clients asked for; in an open loop its connections",
            Combine.Key,
            row => get(row).Clients, (row, value) => with(row, get(row) with { Clients = value }));
        yield return Small("sequence", "", "Order in which the run visited its levels", Combine.Key,
            row => get(row).Sequence, (row, value) => with(row, get(row) with { Sequence = value }));
    }

    /// <summary>The short way knows digits and signs alone; the long one says what is wrong with the rest.</summary>
    private static long ToLong(ReadOnlySpan<byte> utf8) =>
        Utf8Parser.TryParse(utf8, out long value, out var read) && read == utf8.Length
            ? value
            : long.Parse(utf8, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static int ToInt(long value) =>
        value is >= int.MinValue and <= int.MaxValue ? (int)value : throw new FormatException("number too large");
}
