using System.Buffers.Text;

namespace LoadHarness.Workloads.Shared;

/// <summary>Values that follow from the numbers of their keys, so that every answer can be checked.</summary>
/// <param name="size">Bytes of a value.</param>
internal sealed class NumberedValues(int size)
{
    /// <summary>Most characters of a number.</summary>
    public const int LongestNumber = 11;

    private const int Letters = 26;

    // Any value is a part of it: the alphabet over and over, beginning at some letter.
    private readonly byte[] _alphabets =
        [.. Enumerable.Range(0, size + Letters).Select(i => (byte)('a' + (i % Letters)))];

    /// <summary>Bytes of a value.</summary>
    public int Size => size;

    /// <summary>Writes the value of a key to the beginning of a span.</summary>
    public void Write(int number, Span<byte> target)
    {
        _alphabets.AsSpan((int)((uint)number % Letters), size).CopyTo(target);
        // A short value differs by its letters only.
        if (size >= LongestNumber) Utf8Formatter.TryFormat(number, target, out _);
    }
}
