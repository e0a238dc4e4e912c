using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LoadHarness.Workloads.NumberList;

/// <summary>The two vector operations that have no portable name, each with an equal portable form.</summary>
internal static class LaneArithmetic
{
    /// <summary>The 64-bit products of the lower 32 bits of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> MultiplyLowHalves(Vector256<ulong> left, Vector256<ulong> right) =>
        Avx2.IsSupported
            ? Avx2.Multiply(left.AsUInt32(), right.AsUInt32())
            : (left & Vector256.Create((ulong)uint.MaxValue)) * (right & Vector256.Create((ulong)uint.MaxValue));

    /// <summary>Lanes 0 and 2 of both, in turn: left 0, right 0, left 2, right 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> InterleaveEven(Vector256<ulong> left, Vector256<ulong> right) =>
        Avx2.IsSupported
            ? Avx2.UnpackLow(left, right)
            : Vector256.Create(left.GetElement(0), right.GetElement(0), left.GetElement(2), right.GetElement(2));

    /// <summary>Lanes 1 and 3 of both, in turn: left 1, right 1, left 3, right 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> InterleaveOdd(Vector256<ulong> left, Vector256<ulong> right) =>
        Avx2.IsSupported
            ? Avx2.UnpackHigh(left, right)
            : Vector256.Create(left.GetElement(1), right.GetElement(1), left.GetElement(3), right.GetElement(3));
}
