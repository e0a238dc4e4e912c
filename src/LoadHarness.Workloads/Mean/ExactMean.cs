using System.Numerics;

namespace LoadHarness.Workloads.Mean;

/// <summary>The quotient of whole numbers of any size, rounded once.</summary>
internal static class ExactMean
{
    /// <summary>Bits kept before the last rounding: more than the 53 of a double, fewer than 64.</summary>
    private const int KeptBits = 62;

    /// <summary>
    /// <paramref name="sum"/> / <paramref name="count"/> as the nearest double, ties to even: what Python's <c>/</c>
    /// gives for integers. Infinite where Python would raise OverflowError.
    /// </summary>
    /// <param name="sum">Any integer.</param>
    /// <param name="count">At least 1.</param>
    public static double Of(BigInteger sum, long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (sum.IsZero) return 0;
        var size = BigInteger.Abs(sum);
        var shift = KeptBits + (int)new BigInteger(count).GetBitLength() - (int)size.GetBitLength();
        var (numerator, denominator) = shift >= 0
            ? (size << shift, new BigInteger(count))
            : (size, new BigInteger(count) << -shift);
        var quotient = (ulong)BigInteger.DivRem(numerator, denominator, out var rest);
        // What was cut off can only decide a tie: the lowest kept bit stands for it.
        if (!rest.IsZero) quotient |= 1;
        return Math.ScaleB(sum.Sign < 0 ? -(double)quotient : quotient, -shift);
    }
}
