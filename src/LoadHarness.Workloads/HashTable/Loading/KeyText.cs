using System.Globalization;
using System.Text;

namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>Formats keys and their values: the value of a key follows from the key.</summary>
/// <param name="shape">Sizes.</param>
internal sealed class KeyText(LoadShape shape) : IEntryText
{
    private const int LongestKey = 40;
    private const int FirstWeight = 100_000;
    private const int Weights = 900_000;
    private const int WeightDigits = 6;

    private readonly ValueText _values = new(shape.ValueSize, WeightDigits);
    private readonly byte[] _basePrefix = Prefix(KeyKind.Base, shape.Share.Space);
    private readonly byte[] _insertPrefix = Prefix(KeyKind.Insert, shape.Share.Space);
    private readonly byte[] _removePrefix = Prefix(KeyKind.Remove, shape.Share.Space);

    /// <summary>
    /// What every base key begins with: <c>k</c>, and the number of the key space unless it is the usual one.
    /// </summary>
    public ReadOnlySpan<byte> BasePrefix => _basePrefix;

    /// <inheritdoc/>
    public int LongestPair => LongestKey + shape.ValueSize;

    /// <summary>The number in the name of a key: base keys are numbered over all shares, pools by themselves.</summary>
    internal int NumberOf(KeyKind kind, int own) =>
        kind == KeyKind.Base ? (own * shape.Share.Count) + shape.Share.Index : own;

    /// <summary>
    /// Writes a key without quotes: <c>k123</c>, or <c>i0-123</c> for a key of share 0; <c>k7:123</c> and
    /// <c>i7:0-123</c> in key space 7.
    /// </summary>
    /// <returns>Bytes written.</returns>
    public int WriteKey(KeyKind kind, int number, Span<byte> target)
    {
        var prefix = PrefixOf(kind);
        prefix.CopyTo(target);
        var length = prefix.Length;
        if (kind != KeyKind.Base)
        {
            shape.Share.Index.TryFormat(target[length..], out var digits, default, CultureInfo.InvariantCulture);
            length += digits;
            target[length++] = (byte)'-';
        }

        number.TryFormat(target[length..], out var more, default, CultureInfo.InvariantCulture);
        return length + more;
    }

    /// <summary>Writes a key's value, <see cref="LoadShape.ValueSize"/> bytes of JSON.</summary>
    /// <returns>Bytes written.</returns>
    public int WriteValue(KeyKind kind, int number, Span<byte> target) =>
        ValueText.Write(Weight(kind, number), Name(kind, number), target);

    /// <summary>The member <c>weight</c> of a key's value: six digits.</summary>
    public int Weight(KeyKind kind, int number) => FirstWeight + (int)(Mix(kind, number) % Weights);

    /// <summary>The member <c>name</c> of a key's value.</summary>
    public ReadOnlySpan<byte> Name(KeyKind kind, int number) =>
        _values.Name((int)(Mix(kind, number) % ValueText.Letters));

    private byte[] PrefixOf(KeyKind kind) => kind switch
    {
        KeyKind.Base => _basePrefix,
        KeyKind.Insert => _insertPrefix,
        _ => _removePrefix,
    };

    private static byte[] Prefix(KeyKind kind, int space) => space == 0
        ? [(byte)kind]
        : Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(char)kind}{space}:"));

    /// <summary>Knuth's multiplicative hash: neighbours get values that look unrelated.</summary>
    private static uint Mix(KeyKind kind, int number) => (((uint)number * 2_654_435_761u) ^ ((uint)kind << 24)) >> 4;
}
