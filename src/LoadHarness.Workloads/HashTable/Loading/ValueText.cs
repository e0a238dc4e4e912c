using System.Globalization;

namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>Formats values as JSON: an object of a weight and a name of letters, all of one size.</summary>
/// <param name="size">Bytes of a value.</param>
/// <param name="weightDigits">Digits of every weight.</param>
internal sealed class ValueText(int size, int weightDigits)
{
    /// <summary>Letters that a name can begin with.</summary>
    internal const int Letters = 26;

    // Any name is a part of it: the alphabet over and over, beginning at some letter.
    private readonly byte[] _alphabets =
        [.. Enumerable.Range(0, size + Letters).Select(i => (byte)('a' + (i % Letters)))];

    private static ReadOnlySpan<byte> BeforeWeight => "{\"weight\":"u8;

    private static ReadOnlySpan<byte> BeforeName => ",\"name\":\""u8;

    private static ReadOnlySpan<byte> AfterName => "\"}"u8;

    /// <summary>The name that begins with a letter, from 0.</summary>
    internal ReadOnlySpan<byte> Name(int letter) => _alphabets.AsSpan(
        letter, size - (BeforeWeight.Length + weightDigits + BeforeName.Length + AfterName.Length));

    /// <summary>The digits of the weight in a value as <see cref="Write"/> writes it.</summary>
    internal ReadOnlySpan<byte> WeightIn(ReadOnlySpan<byte> value) => value.Slice(BeforeWeight.Length, weightDigits);

    /// <summary>Writes a value.</summary>
    /// <returns>Bytes written.</returns>
    internal static int Write(int weight, ReadOnlySpan<byte> name, Span<byte> target)
    {
        var length = Put(BeforeWeight, target, 0);
        weight.TryFormat(target[length..], out var digits, default, CultureInfo.InvariantCulture);
        length = Put(BeforeName, target, length + digits);
        length = Put(name, target, length);
        return Put(AfterName, target, length);
    }

    private static int Put(ReadOnlySpan<byte> text, Span<byte> target, int at)
    {
        text.CopyTo(target[at..]);
        return at + text.Length;
    }
}
