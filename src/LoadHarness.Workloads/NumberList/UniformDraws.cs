using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using LoadHarness.Contracts.Randomness;

namespace LoadHarness.Workloads.NumberList;

/// <summary>
/// Draws integers uniformly from a range, without bias. Four independent xoshiro256++ generators run in the lanes of
/// one vector (Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators", 2021); a 64-bit draw x becomes
/// ⌊x·size / 2^64⌋, and the draws that would make some results likelier than others are rejected by the exact test
/// (Lemire, "Fast Random Integer Generation in an Interval", 2019), less than one in 2^32 of them. Not thread-safe.
/// </summary>
public sealed class UniformDraws
{
    private const int StateWords = 16;

    private readonly int _minimum;
    private readonly uint _size;
    private readonly ulong _rejectBelow;
    private Vector256<ulong> _s0;
    private Vector256<ulong> _s1;
    private Vector256<ulong> _s2;
    private Vector256<ulong> _s3;

    private UniformDraws(int minimum, int maximum, ReadOnlySpan<ulong> state)
    {
        _minimum = minimum;
        _size = (uint)(maximum - minimum) + 1;
        _rejectBelow = (0UL - _size) % _size; // 2^64 mod size
        _s0 = Vector256.Create(state) | Vector256<ulong>.One; // a generator of zeros alone would never leave them
        _s1 = Vector256.Create(state[4..]);
        _s2 = Vector256.Create(state[8..]);
        _s3 = Vector256.Create(state[12..]);
    }

    /// <summary>Draws that nobody can foresee or repeat.</summary>
    /// <param name="minimum">Smallest result, ≥ −999,999,999.</param>
    /// <param name="maximum">Largest result, from <paramref name="minimum"/> to 999,999,999.</param>
    public static UniformDraws Fresh(int minimum, int maximum)
    {
        Span<ulong> state = stackalloc ulong[StateWords];
        RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(state));
        return new UniformDraws(minimum, maximum, state);
    }

    /// <summary>
    /// Repeatable draws. Streams of one seed never share a word of state: each takes its own 16 numbers of one
    /// SplitMix64 sequence.
    /// </summary>
    public static UniformDraws Seeded(int minimum, int maximum, long seed, long stream)
    {
        Span<ulong> state = stackalloc ulong[StateWords];
        for (var i = 0; i < StateWords; i++)
            state[i] = SplitMix64.At((ulong)seed, (ulong)stream * StateWords + (ulong)i);
        return new UniformDraws(minimum, maximum, state);
    }

    /// <summary>Fills the span with draws.</summary>
    // Optimized from the first call: a list is long enough for a slow first version to be felt in a measurement.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(Span<int> numbers)
    {
        var size = Vector256.Create((ulong)_size);
        var rejectBelow = Vector256.Create(_rejectBelow);
        var minimum = Vector256.Create(_minimum);
        var upperHalves = Vector256.Create(~(ulong)uint.MaxValue);
        var (s0, s1, s2, s3) = (_s0, _s1, _s2, _s3);
        for (var done = 0; done < numbers.Length; done += Vector256<int>.Count)
        {
            var lower = Scaled(ref s0, ref s1, ref s2, ref s3, size, rejectBelow) >>> 32;
            var upper = Scaled(ref s0, ref s1, ref s2, ref s3, size, rejectBelow) & upperHalves;
            var eight = (lower | upper).AsInt32() + minimum;
            if (numbers.Length - done >= Vector256<int>.Count) eight.StoreUnsafe(ref numbers[done]);
            else CopyTo(eight, numbers[done..]);
        }

        (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);
    }

    /// <summary>
    /// Four accepted draws times size, without their lowest 32 bits: the result is in the upper half of each lane.
    /// One rejected lane discards all four, which leaves the accepted ones as uniform as before.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Scaled(
        ref Vector256<ulong> s0,
        ref Vector256<ulong> s1,
        ref Vector256<ulong> s2,
        ref Vector256<ulong> s3,
        Vector256<ulong> size,
        Vector256<ulong> rejectBelow)
    {
        while (true)
        {
            var draw = Next(ref s0, ref s1, ref s2, ref s3);
            var low = LaneArithmetic.MultiplyLowHalves(draw, size);
            var scaled = LaneArithmetic.MultiplyLowHalves(draw >>> 32, size) + (low >>> 32);
            var fraction = (scaled << 32) | (low & Vector256.Create((ulong)uint.MaxValue));
            if (!Vector256.LessThanAny(fraction, rejectBelow)) return scaled;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Next(
        ref Vector256<ulong> s0, ref Vector256<ulong> s1, ref Vector256<ulong> s2, ref Vector256<ulong> s3)
    {
        var result = RotateLeft(s0 + s3, 23) + s0;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = RotateLeft(s3, 45);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> RotateLeft(Vector256<ulong> value, int bits) =>
        (value << bits) | (value >>> (64 - bits));

    private static void CopyTo(Vector256<int> numbers, Span<int> destination)
    {
        for (var i = 0; i < destination.Length; i++) destination[i] = numbers[i];
    }
}
