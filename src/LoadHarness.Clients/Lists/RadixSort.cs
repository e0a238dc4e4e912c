using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LoadHarness.Clients.Lists;

/// <summary>
/// Sorts integers in three passes over 11, 11 and 10 bits, lowest first, each pass keeping the order of the one before.
/// No step depends on a comparison, so nothing is guessed wrong; the runtime's own sort takes 5 to 10 times as long for
/// a list of the seeds (benchmark <c>NumberListSorting</c>).
/// </summary>
public static class RadixSort
{
    private const int DigitBits = 11;
    private const int Buckets = 1 << DigitBits;
    private const int Passes = 3;
    private const uint Mask = Buckets - 1;
    private const uint SignBit = 1u << 31; // flipped, negative numbers come before the others

    /// <summary>Sorts in ascending order.</summary>
    /// <param name="numbers">The numbers; any integers.</param>
    /// <param name="scratch">At least as long; holds nothing of use afterwards.</param>
    /// <exception cref="ArgumentException">The scratch space is too small.</exception>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sort(Span<int> numbers, Span<int> scratch)
    {
        if (scratch.Length < numbers.Length) throw new ArgumentException("too small", nameof(scratch));
        Span<int> places = stackalloc int[Passes * Buckets];
        var from = MemoryMarshal.Cast<int, uint>(numbers);
        var to = MemoryMarshal.Cast<int, uint>(scratch)[..from.Length];
        var isInScratch = false;
        Count(from, places);
        for (var pass = 0; pass < Passes; pass++)
        {
            var own = places.Slice(pass * Buckets, Buckets);
            if (!AddUp(own, from.Length)) continue;
            Move(from, to, own, pass * DigitBits);
            var sorted = to;
            to = from;
            from = sorted;
            isInScratch = !isInScratch;
        }

        if (isInScratch) from.CopyTo(to);
    }

    /// <summary>Counts, for all passes in one go, how many numbers have each digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(ReadOnlySpan<uint> numbers, Span<int> counts)
    {
        counts.Clear();
        var low = counts[..Buckets];
        var middle = counts.Slice(Buckets, Buckets);
        var high = counts.Slice(2 * Buckets, Buckets);
        foreach (var number in numbers)
        {
            var key = number ^ SignBit;
            low[(int)(key & Mask)]++;
            middle[(int)((key >> DigitBits) & Mask)]++;
            high[(int)(key >> (2 * DigitBits))]++;
        }
    }

    /// <summary>Turns counts into the place of the first number of each digit.</summary>
    /// <returns>False when all numbers have the same digit: the pass would change nothing.</returns>
    private static bool AddUp(Span<int> counts, int total)
    {
        var place = 0;
        foreach (ref var count in counts)
        {
            if (count == total) return false;
            var next = place + count;
            count = place;
            place = next;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Move(ReadOnlySpan<uint> from, Span<uint> to, Span<int> places, int shift)
    {
        ref var target = ref MemoryMarshal.GetReference(to);
        ref var place = ref MemoryMarshal.GetReference(places);
        foreach (var number in from)
        {
            // The digit is below the number of places, and the places were counted from the same numbers.
            ref var own = ref Unsafe.Add(ref place, (nuint)(((number ^ SignBit) >> shift) & Mask));
            Unsafe.Add(ref target, (nuint)(uint)own) = number;
            own++;
        }
    }
}
