using System.Numerics;

namespace LoadHarness.Contracts.Measuring;

/// <summary>
/// Which step of the histogram a value falls into. Bucket b ≥ 1 holds the values of b + 11 bits in 1024 steps of 2^b
/// ns;
/// bucket 0 those below 2048 in steps of 1 ns. Steps are numbered through: 0 … 2047 are bucket 0, then 1024 for each
/// bucket.
/// Source: the HdrHistogram project's description of its layout (hdrhistogram.org).
/// </summary>
/// <remarks>
/// Error: a value of bucket b ≥ 1 is at least 1024·2^b, its step is 2^b wide, so the step's middle is at most 1/2048 of
/// it away
/// and any value of the step at most 1/1024.
/// </remarks>
internal static class HistogramLayout
{
    /// <summary>Steps of a bucket (of each half of bucket 0).</summary>
    public const int BucketSteps = 1 << BucketBits;

    /// <summary>Largest value with a step of its own bucket, ns.</summary>
    public const long HighestValue_ns = (1L << 42) - 1;

    private const int BucketBits = 10;

    /// <summary>The step of a value.</summary>
    /// <param name="value_ns">0 … <see cref="HighestValue_ns"/>.</param>
    public static int IndexOf(long value_ns)
    {
        var bucket = BitOperations.Log2((ulong)value_ns | (2 * BucketSteps - 1)) - BucketBits;
        return (bucket << BucketBits) + (int)(value_ns >> bucket);
    }

    /// <summary>Lowest value of a step, ns.</summary>
    public static long LowOf(int index)
    {
        var bucket = Math.Max(0, (index >> BucketBits) - 1);
        return (long)(index - (bucket << BucketBits)) << bucket;
    }

    /// <summary>Highest value of a step, ns.</summary>
    public static long HighOf(int index) => LowOf(index + 1) - 1;

    /// <summary>Middle of a step, ns, rounded down.</summary>
    public static long MiddleOf(int index) => (LowOf(index) + HighOf(index)) / 2;

    /// <summary>The first step of the run of 1024 steps that a step belongs to.</summary>
    public static int BucketStart(int index) => index & -BucketSteps;
}
