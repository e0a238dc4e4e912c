using System.Globalization;

namespace LoadHarness.Benchmarks.Connections;

/// <summary>What a generator process tells at its end, on one line.</summary>
/// <param name="Connected">Connections that were up.</param>
/// <param name="Operations">Correct operations on them.</param>
/// <param name="Errors">All others.</param>
/// <param name="Idle_bytes">Resident memory before the connections were made.</param>
/// <param name="Held_bytes">Resident memory with all of them.</param>
internal readonly record struct HoldLine(
    int Connected, long Operations, long Errors, long Idle_bytes, long Held_bytes)
{
    private const string Start = "held ";
    private const int Fields = 6;

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Start}{Connected} {Operations} {Errors} {Idle_bytes} {Held_bytes}");

    /// <summary>Reads it; null when the line is another one.</summary>
    public static HoldLine? TryParse(string line)
    {
        var fields = line.Split(' ');
        if (!line.StartsWith(Start, StringComparison.Ordinal) || fields.Length != Fields) return null;
        var numbers = fields[1..].Select(Number).ToArray();
        return numbers.All(number => number >= 0) && numbers[0] <= int.MaxValue
            ? new HoldLine((int)numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])
            : null;
    }

    private static long Number(string field) =>
        long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
