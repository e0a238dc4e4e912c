using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LoadHarness.Workloads.NumberList;

/// <summary>
/// Reads the numbers of a well-formed list (<see cref="NumberListChecker"/> tells whether it is one). On other text the
/// numbers
/// mean nothing, but nothing breaks.
/// </summary>
/// <remarks>
/// The commas of 64 bytes are found at once, so that where one number starts does not wait for the one before it to be
/// read.
/// A number is the 8 bytes before its comma, turned into a value by three multiplications, and possibly a ninth digit.
/// </remarks>
public static class NumberListParser
{
    /// <summary>Longest text of one number: minus and 9 digits.</summary>
    public const int LongestNumber = 10;

    private const int WideRead = 9; // bytes before its comma that a number is read from

    /// <summary>Reads the numbers that are followed by a comma, as many as there is room for.</summary>
    /// <param name="text">Starts with the first character of a number.</param>
    /// <param name="numbers">Receives the numbers.</param>
    /// <param name="consumed">Bytes read: the text up to and with a comma.</param>
    /// <returns>Numbers read.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Parse(ReadOnlySpan<byte> text, Span<int> numbers, out int consumed)
    {
        var count = 0;
        var start = 0;
        for (var block = 0; block < text.Length; block += ByteBlock.Size)
        {
            var commas = Commas(text[block..]);
            for (; commas != 0; commas &= commas - 1)
            {
                if (count == numbers.Length)
                {
                    consumed = start;
                    return count;
                }

                var end = block + BitOperations.TrailingZeroCount(commas);
                numbers[count++] = end >= WideRead ? ReadWide(text, start, end) : ParseOne(text[start..end]);
                start = end + 1;
            }
        }

        consumed = start;
        return count;
    }

    /// <summary>
    /// Reads one number that is the whole text: the last of a list, or one cut in two by the end of a piece.
    /// </summary>
    public static int ParseOne(ReadOnlySpan<byte> text)
    {
        var negative = text.Length > 0 && text[0] == '-';
        var value = 0;
        foreach (var character in negative ? text[1..] : text) value = value * 10 + (character - '0');
        return negative ? -value : value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Commas(ReadOnlySpan<byte> text) => text.Length >= ByteBlock.Size
        ? ByteBlock.Where(ByteBlock.Full(text), ',')
        : ByteBlock.Where(ByteBlock.Part(text), ',');

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadWide(ReadOnlySpan<byte> text, int start, int end)
    {
        var sign = text[start] == '-' ? 1 : 0;
        var digits = end - start - sign;
        var last9 = text.Slice(end - WideRead, WideRead);
        var ninth = (last9[0] - '0') & -((digits + 7) >> 4); // nothing but for 9 digits
        var unwanted = 8 * Math.Max(0, 8 - digits); // bits of the 8 bytes that stand before the number
        var last8 = BinaryPrimitives.ReadUInt64LittleEndian(last9[1..]) ^ 0x3030303030303030;
        var value = ninth * 100_000_000 + ValueOf8Digits(last8 >> (unwanted & 63) << (unwanted & 63));
        return (value ^ -sign) + sign;
    }

    /// <summary>
    /// The value of 8 digits, one in each byte, the first in the lowest: neighbours are joined to pairs,
    /// pairs to fours, fours to the value, each by one multiplication for all.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ValueOf8Digits(ulong digits)
    {
        digits = (digits * (1 + (10 << 8))) >> 8;
        digits = ((digits & 0x00FF00FF00FF00FF) * (1 + (100 << 16))) >> 16;
        return (int)(((digits & 0x0000FFFF0000FFFF) * (1 + (10_000UL << 32))) >> 32);
    }
}
