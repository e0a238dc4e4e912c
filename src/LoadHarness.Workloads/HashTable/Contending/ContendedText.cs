using System.Buffers.Text;
using System.Globalization;
using LoadHarness.Workloads.HashTable.Loading;

namespace LoadHarness.Workloads.HashTable.Contending;

/// <summary>
/// Formats the keys that clients contend for, and their values. One number names both: its remainder by the number of
/// keys is the key, and as no number is written twice, a value tells which write it comes from.
/// </summary>
/// <param name="keys">Number of keys.</param>
/// <param name="valueSize">Bytes of a value's JSON text.</param>
internal sealed class ContendedText(int keys, int valueSize) : IEntryText
{
    /// <summary>The weight of number 0: all weights have ten digits.</summary>
    internal const int FirstWeight = 1_000_000_000;

    /// <summary>The highest number that can be written.</summary>
    internal const int MostNumber = int.MaxValue - FirstWeight;

    private const int LongestKey = 40;
    private const int WeightDigits = 10;

    private readonly ValueText _values = new(valueSize, WeightDigits);

    /// <summary>Number of the history that the keys belong to; every history has keys of its own.</summary>
    internal int History { get; set; }

    /// <inheritdoc/>
    public int LongestPair => LongestKey + valueSize;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> BasePrefix => [(byte)KeyKind.Contended];

    /// <inheritdoc/>
    public int WriteKey(KeyKind kind, int number, Span<byte> target)
    {
        target[0] = (byte)KeyKind.Contended;
        History.TryFormat(target[1..], out var digits, default, CultureInfo.InvariantCulture);
        target[1 + digits] = (byte)'-';
        var length = digits + 2;
        (number % keys).TryFormat(target[length..], out var more, default, CultureInfo.InvariantCulture);
        return length + more;
    }

    /// <inheritdoc/>
    public int WriteValue(KeyKind kind, int number, Span<byte> target) =>
        ValueText.Write(Weight(kind, number), Name(kind, number), target);

    /// <inheritdoc/>
    public int Weight(KeyKind kind, int number) => FirstWeight + number;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Name(KeyKind kind, int number) => _values.Name(number % ValueText.Letters);

    /// <summary>The number of a value as <see cref="WriteValue"/> has it; −1 for anything else.</summary>
    internal int NumberOf(ReadOnlySpan<byte> value, Span<byte> room)
    {
        if (value.Length != valueSize) return -1;
        var digits = _values.WeightIn(value);
        if (!Utf8Parser.TryParse(digits, out int weight, out var read) || read != WeightDigits) return -1;
        if (weight < FirstWeight) return -1;
        var number = weight - FirstWeight;
        return value.SequenceEqual(room[..WriteValue(KeyKind.Contended, number, room)]) ? number : -1;
    }
}
