using System.Numerics;

namespace LoadHarness.Contracts.Measuring;

/// <summary>
/// A log-linear histogram of latencies in whole nanoseconds in the HDR layout with 3 significant digits:
/// values up to 2047 ns are counted exactly, larger ones with a relative error of at most 1/1024.
/// Mergeable: adding two histograms gives exactly the histogram of both sets of values.
/// Layout: bucket b holds values of b + 11 bits in 1024 steps of 2^b ns (bucket 0 has 2048 steps of 1 ns).
/// Source: the HdrHistogram project's description of its layout (hdrhistogram.org). Not thread-safe: one recorder per thread.
/// </summary>
public sealed class LatencyHistogram
{
    private const int HalfBits = 10;
    private const int HalfCount = 1 << HalfBits;

    /// <summary>Largest value told apart, ns (about 73 minutes); larger ones are counted as this.</summary>
    public const long HighestValue_ns = (1L << 42) - 1;

    private long[] _counts = new long[IndexOf(1L << 27)];

    /// <summary>Values recorded.</summary>
    public long Count { get; private set; }

    /// <summary>Exact sum of the values, ns.</summary>
    public long Sum_ns { get; private set; }

    /// <summary>Largest value, exact, ns; 0 when empty.</summary>
    public long Max_ns { get; private set; }

    /// <summary>Smallest value, exact, ns; 0 when empty.</summary>
    public long Min_ns => Count == 0 ? 0 : _min_ns;

    /// <summary>Exact mean, ns; NaN when empty.</summary>
    public double Mean_ns => Count == 0 ? double.NaN : (double)Sum_ns / Count;

    private long _min_ns = long.MaxValue;

    /// <summary>Counts one value. Allocates only when a value beyond 134 ms is seen for the first time.</summary>
    public void Record(long value_ns)
    {
        value_ns = Math.Clamp(value_ns, 0, HighestValue_ns);
        var index = IndexOf(value_ns);
        if (index >= _counts.Length) Grow(index);
        _counts[index]++;
        Count++;
        Sum_ns += value_ns;
        if (value_ns > Max_ns) Max_ns = value_ns;
        if (value_ns < _min_ns) _min_ns = value_ns;
    }

    /// <summary>Adds all values of another histogram.</summary>
    public void Add(LatencyHistogram other)
    {
        if (other._counts.Length > _counts.Length) Array.Resize(ref _counts, other._counts.Length);
        var theirs = other._counts;
        for (var i = 0; i < theirs.Length; i++) _counts[i] += theirs[i];
        Count += other.Count;
        Sum_ns += other.Sum_ns;
        Max_ns = Math.Max(Max_ns, other.Max_ns);
        _min_ns = Math.Min(_min_ns, other._min_ns);
    }

    /// <summary>Forgets all values and keeps the memory.</summary>
    public void Reset()
    {
        Array.Clear(_counts);
        (Count, Sum_ns, Max_ns, _min_ns) = (0, 0, 0, long.MaxValue);
    }

    /// <summary>
    /// The value at rank ⌈q·n⌉: the middle of its bucket's step, never above <see cref="Max_ns"/> nor below <see cref="Min_ns"/>.
    /// </summary>
    /// <param name="quantile">0 … 1.</param>
    /// <returns>ns; 0 when empty.</returns>
    public long ValueAtQuantile_ns(double quantile)
    {
        if (Count == 0) return 0;
        var rank = Math.Clamp((long)Math.Ceiling(quantile * Count), 1, Count);
        long seen = 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen >= rank) return Math.Clamp((LowOf(i) + HighOf(i)) / 2, _min_ns, Max_ns);
        }

        return Max_ns;
    }

    /// <summary>The steps that hold values, lowest first.</summary>
    public IEnumerable<HistogramStep> Steps()
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] > 0) yield return new HistogramStep(LowOf(i), HighOf(i), _counts[i]);
        }
    }

    /// <summary>Adds values known only by their step, as read back from a file.</summary>
    /// <param name="step">A step as <see cref="Steps"/> gave it.</param>
    public void AddStep(HistogramStep step)
    {
        var middle = (step.Low_ns + step.High_ns) / 2;
        var index = IndexOf(middle);
        if (index >= _counts.Length) Grow(index);
        _counts[index] += step.Count;
        Count += step.Count;
        Sum_ns += middle * step.Count;
        Max_ns = Math.Max(Max_ns, step.High_ns);
        _min_ns = Math.Min(_min_ns, step.Low_ns);
    }

    private static int IndexOf(long value_ns)
    {
        var bucket = BitOperations.Log2((ulong)value_ns | (2 * HalfCount - 1)) - HalfBits;
        return (bucket << HalfBits) + (int)(value_ns >> bucket);
    }

    private static long LowOf(int index)
    {
        var bucket = Math.Max(0, (index >> HalfBits) - 1);
        return (long)(index - (bucket << HalfBits)) << bucket;
    }

    private static long HighOf(int index) => LowOf(index + 1) - 1;

    private void Grow(int index) => Array.Resize(ref _counts, Math.Max(index + 1, Math.Min(_counts.Length + 4 * HalfCount, IndexOf(HighestValue_ns) + 1)));
}
