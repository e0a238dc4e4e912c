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
    private const int Letters = 26;

    // Any name is a part of it: the alphabet over and over, beginning at some letter.
    private readonly byte[] _alphabets =
        [.. Enumerable.Range(0, valueSize + Letters).Select(i => (byte)('a' + (i % Letters)))];

    private static ReadOnlySpan<byte> BeforeWeight => "{\"weight\":"u8;

    private static ReadOnlySpan<byte> BeforeName => ",\"name\":\""u8;

    private static ReadOnlySpan<byte> AfterName => "\"}"u8;

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
    public int WriteValue(KeyKind kind, int number, Span<byte> target)
    {
        var length = Put(BeforeWeight, target, 0);
        Weight(kind, number).TryFormat(target[length..], out var digits, default, CultureInfo.InvariantCulture);
        length = Put(BeforeName, target, length + digits);
        length = Put(Name(kind, number), target, length);
        return Put(AfterName, target, length);
    }

    /// <inheritdoc/>
    public int Weight(KeyKind kind, int number) => FirstWeight + number;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Name(KeyKind kind, int number)
    {
        var rest = BeforeWeight.Length + WeightDigits + BeforeName.Length + AfterName.Length;
        return _alphabets.AsSpan(number % Letters, valueSize - rest);
    }

    /// <summary>The number of a value as <see cref="WriteValue"/> has it; −1 for anything else.</summary>
    internal int NumberOf(ReadOnlySpan<byte> value, Span<byte> room)
    {
        if (value.Length != valueSize) return -1;
        var digits = value.Slice(BeforeWeight.Length, WeightDigits);
        if (!Utf8Parser.TryParse(digits, out int weight, out var read) || read != WeightDigits) return -1;
        if (weight < FirstWeight) return -1;
        var number = weight - FirstWeight;
        return value.SequenceEqual(room[..WriteValue(KeyKind.Contended, number, room)]) ? number : -1;
    }

    private static int Put(ReadOnlySpan<byte> text, Span<byte> target, int at)
    {
        text.CopyTo(target[at..]);
        return at + text.Length;
    }
}
