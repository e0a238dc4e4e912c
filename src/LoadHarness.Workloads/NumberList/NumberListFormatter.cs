using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LoadHarness.Workloads.NumberList;

/// <summary>
/// Writes integers of at most 9 digits as decimal text with a comma after each, eight at a time and without a branch
/// that depends on a number (every tenth number has fewer than 9 digits, so such a branch would often be guessed
/// wrong).
/// </summary>
/// <remarks>
/// Vector lanes split each number into a leading digit and two groups of four digits, then pairs, then digits, dividing
/// by
/// multiplication. Every number then has its 9 digits, a comma and a minus in one 16-byte vector; one shuffle, chosen
/// by sign
/// and count of leading zeros, puts the wanted ones in order, and one 16-byte store writes them. What the store
/// writes beyond the number is overwritten by the next one.
/// </remarks>
public static class NumberListFormatter
{
    /// <summary>Largest magnitude that can be written.</summary>
    public const int LargestMagnitude = 999_999_999;

    private const int BytesPerNumber = 11; // minus, 9 digits, comma
    private const int Group = 8;
    private const int RowsPerSign = 9;

    // Where the characters of a number stand in its vector before the shuffle: digits 2 … 9 are bytes 0 … 7.
    private const byte Lead = 8, Comma = 9, Minus = 10;

    // By sign (positive first) and count of leading zeros (0 … 8); the tails of rows are never read.
    private static ReadOnlySpan<byte> Shuffles =>
    [
        Lead, 0, 1, 2, 3, 4, 5, 6, 7, Comma, 0, 0, 0, 0, 0, 0,
        0, 1, 2, 3, 4, 5, 6, 7, Comma, 0, 0, 0, 0, 0, 0, 0,
        1, 2, 3, 4, 5, 6, 7, Comma, 0, 0, 0, 0, 0, 0, 0, 0,
        2, 3, 4, 5, 6, 7, Comma, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        3, 4, 5, 6, 7, Comma, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        4, 5, 6, 7, Comma, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        5, 6, 7, Comma, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        6, 7, Comma, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        7, Comma, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        Minus, Lead, 0, 1, 2, 3, 4, 5, 6, 7, Comma, 0, 0, 0, 0, 0,
        Minus, 0, 1, 2, 3, 4, 5, 6, 7, Comma, 0, 0, 0, 0, 0, 0,
        Minus, 1, 2, 3, 4, 5, 6, 7, Comma, 0, 0, 0, 0, 0, 0, 0,
        Minus, 2, 3, 4, 5, 6, 7, Comma, 0, 0, 0, 0, 0, 0, 0, 0,
        Minus, 3, 4, 5, 6, 7, Comma, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        Minus, 4, 5, 6, 7, Comma, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        Minus, 5, 6, 7, Comma, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        Minus, 6, 7, Comma, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        Minus, 7, Comma, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>
    /// Room that <see cref="Format"/> asks for: the longest text and what the last store writes beyond it.
    /// </summary>
    /// <param name="count">Numbers to be written.</param>
    public static int RoomFor(int count) => (count + Group) * BytesPerNumber + Vector128<byte>.Count;

    /// <summary>Writes the numbers, each followed by a comma.</summary>
    /// <param name="numbers">Numbers of magnitude ≤ <see cref="LargestMagnitude"/>; others give wrong text.</param>
    /// <param name="destination">At least <see cref="RoomFor"/> bytes; those after the text may be overwritten.</param>
    /// <returns>Length of the text.</returns>
    /// <exception cref="ArgumentException">The destination is too small.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Format(ReadOnlySpan<int> numbers, Span<byte> destination)
    {
        if (destination.Length < RoomFor(numbers.Length)) throw new ArgumentException("too small", nameof(destination));
        ref var start = ref MemoryMarshal.GetReference(destination);
        ref var end = ref start;
        for (; numbers.Length >= Group; numbers = numbers[Group..])
            end = ref FormatGroup(Vector256.Create(numbers), ref end);
        if (numbers.Length > 0)
        {
            Span<int> padded = stackalloc int[Group];
            padded.Clear();
            numbers.CopyTo(padded);
            end = ref FormatGroup(Vector256.Create(padded), ref end);
            end = ref Unsafe.Subtract(ref end, "0,".Length * (Group - numbers.Length));
        }

        return (int)Unsafe.ByteOffset(ref start, ref end);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte FormatGroup(Vector256<int> numbers, ref byte end)
    {
        var magnitudes = Vector256.Abs(numbers);
        var negative = numbers >> 31;
        var lessZeros = NegatedLeadingZeros(magnitudes);
        var rows = (negative & Vector256.Create(RowsPerSign)) - lessZeros;
        var lengths = Vector256.Create(BytesPerNumber - 1) + lessZeros - negative;

        var (n04, n26) = Characters(magnitudes.AsUInt64() & Vector256.Create((ulong)uint.MaxValue));
        var (n15, n37) = Characters(magnitudes.AsUInt64() >>> 32);
        end = ref Put(ref end, n04.GetLower(), 0, ref rows, ref lengths);
        end = ref Put(ref end, n15.GetLower(), 1, ref rows, ref lengths);
        end = ref Put(ref end, n26.GetLower(), 2, ref rows, ref lengths);
        end = ref Put(ref end, n37.GetLower(), 3, ref rows, ref lengths);
        end = ref Put(ref end, n04.GetUpper(), 4, ref rows, ref lengths);
        end = ref Put(ref end, n15.GetUpper(), 5, ref rows, ref lengths);
        end = ref Put(ref end, n26.GetUpper(), 6, ref rows, ref lengths);
        return ref Put(ref end, n37.GetUpper(), 7, ref rows, ref lengths);
    }

    /// <summary>
    /// Writes one number. Rows and lengths are read from memory, which is cheaper than taking a vector apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte Put(
        ref byte end,
        Vector128<byte> characters,
        int lane,
        scoped ref Vector256<int> rows,
        scoped ref Vector256<int> lengths)
    {
        var row = Unsafe.Add(ref Unsafe.As<Vector256<int>, int>(ref rows), lane);
        var length = Unsafe.Add(ref Unsafe.As<Vector256<int>, int>(ref lengths), lane);
        var place = (nuint)(uint)row * (nuint)Vector128<byte>.Count;
        var order = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Shuffles), place);
        Vector128.ShuffleNative(characters, order).StoreUnsafe(ref end);
        return ref Unsafe.Add(ref end, (nuint)(uint)length);
    }

    /// <summary>Minus the number of leading zeros among 9 digits, 0 … −8; comparisons give −1 for true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> NegatedLeadingZeros(Vector256<int> magnitudes) =>
        (Less(magnitudes, 100_000_000) + Less(magnitudes, 10_000_000))
        + (Less(magnitudes, 1_000_000) + Less(magnitudes, 100_000))
        + (Less(magnitudes, 10_000) + Less(magnitudes, 1000))
        + (Less(magnitudes, 100) + Less(magnitudes, 10));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Less(Vector256<int> magnitudes, int bound) =>
        Vector256.LessThan(magnitudes, Vector256.Create(bound));

    /// <summary>The first of 9 digits: ⌊n / 10^8⌋ by 1441151881 = ⌈2^57 / 10^8⌉, right for n &lt; 2^30.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> FirstOf9(Vector256<ulong> magnitudes) =>
        LaneArithmetic.MultiplyLowHalves(magnitudes, Vector256.Create(1_441_151_881UL)) >>> 57;

    /// <summary>The last 8 of 9 digits, one in each byte, first digit in the lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Last8(Vector256<ulong> magnitudes, Vector256<ulong> lead)
    {
        // 109951163 = ⌈2^40 / 10^4⌉, right below 10^8; 5243 = ⌈2^19 / 100⌉ below 10^4; 103 = ⌈2^10 / 10⌉ below 100.
        var tail = magnitudes - LaneArithmetic.MultiplyLowHalves(lead, Vector256.Create(100_000_000UL));
        var first4 = LaneArithmetic.MultiplyLowHalves(tail, Vector256.Create(109_951_163UL)) >>> 40;
        var last4 = tail - LaneArithmetic.MultiplyLowHalves(first4, Vector256.Create(10_000UL));
        var fours = (first4 | (last4 << 32)).AsUInt32();
        var first2 = (fours * Vector256.Create(5243u)) >>> 19;
        var last2 = fours - first2 * Vector256.Create(100u);
        var pairs = (first2 | (last2 << 16)).AsUInt16();
        var tens = (pairs * Vector256.Create((ushort)103)) >>> 10;
        var ones = pairs - tens * Vector256.Create((ushort)10);
        return (tens | (ones << 8)).AsUInt64();
    }

    /// <summary>
    /// The characters of numbers in lanes 0 and 2, and of those in 1 and 3, 16 bytes for each number.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<byte> Even, Vector256<byte> Odd) Characters(Vector256<ulong> magnitudes)
    {
        var lead = FirstOf9(magnitudes);
        var digits = Last8(magnitudes, lead) + Vector256.Create(0x3030303030303030UL);
        var rest = lead + Vector256.Create('0' | ((ulong)',' << 8) | ((ulong)'-' << 16));
        return (LaneArithmetic.InterleaveEven(digits, rest).AsByte(),
            LaneArithmetic.InterleaveOdd(digits, rest).AsByte());
    }
}
