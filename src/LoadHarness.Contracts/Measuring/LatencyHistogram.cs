namespace LoadHarness.Contracts.Measuring;

/// <summary>
/// A log-linear histogram of latencies in whole nanoseconds in the HDR layout with 3 significant digits (see
/// <see cref="HistogramLayout"/>):
/// values up to 2047 ns are counted exactly, larger ones with a relative error of at most 1/1024.
/// Mergeable: adding two histograms gives exactly the histogram of both sets of values.
/// Not thread-safe: one recorder per thread.
/// </summary>
/// <remarks>
/// Memory: nothing until used. Recording reserves every step up to 134 ms at once (144 KiB) and grows on later
/// outliers;
/// a histogram that only receives others (merged windows, kept by the thousand) covers just the buckets that hold
/// values.
/// </remarks>
public sealed class LatencyHistogram
{
    /// <summary>Largest value told apart, ns (about 73 minutes); larger ones are counted as this.</summary>
    public const long HighestValue_ns = HistogramLayout.HighestValue_ns;

    private const long ReservedValue_ns = (1L << 27) - 1;

    // The steps from index _first on; grown to either side by whole buckets.
    private long[] _counts = [];
    private int _first;
    private long _minimum_ns = long.MaxValue;

    /// <summary>Values recorded.</summary>
    public long Count { get; private set; }

    /// <summary>Exact sum of the values, ns.</summary>
    public long Sum_ns { get; private set; }

    /// <summary>Largest value, exact, ns; 0 when empty.</summary>
    public long Max_ns { get; private set; }

    /// <summary>Smallest value, exact, ns; 0 when empty.</summary>
    public long Min_ns => Count == 0 ? 0 : _minimum_ns;

    /// <summary>Exact mean, ns; NaN when empty.</summary>
    public double Mean_ns => Count == 0 ? double.NaN : (double)Sum_ns / Count;

    /// <summary>
    /// Counts one value; negative ones count as 0. Allocates only in the first call (unless <see cref="Reserve"/> came
    /// before)
    /// and when a value beyond 134 ms needs more room than any before.
    /// </summary>
    public void Record(long value_ns)
    {
        if ((ulong)value_ns > HighestValue_ns) value_ns = value_ns < 0 ? 0 : HighestValue_ns;
        var slot = HistogramLayout.IndexOf(value_ns) - _first;
        var counts = _counts;
        if ((uint)slot >= (uint)counts.Length) counts = GrowForRecording(value_ns, ref slot);
        counts[slot]++;
        Count++;
        Sum_ns += value_ns;
        if (value_ns > Max_ns) Max_ns = value_ns;
        if (value_ns < _minimum_ns) _minimum_ns = value_ns;
    }

    /// <summary>Takes the memory for recording now, so that no later <see cref="Record"/> does.</summary>
    /// <param name="highest_ns">The largest value to be expected, ns; room for 134 ms is always taken.</param>
    public void Reserve(long highest_ns = ReservedValue_ns) =>
        Cover(0, HistogramLayout.IndexOf(Math.Clamp(highest_ns, ReservedValue_ns, HighestValue_ns)));

    /// <summary>Takes the memory for a range of values at once; for others it is taken when they come.</summary>
    /// <param name="one_ns">One end of the range, ns.</param>
    /// <param name="other_ns">The other end, ns.</param>
    public void ReserveRange(long one_ns, long other_ns)
    {
        var (one, other) = (IndexOfNearest(one_ns), IndexOfNearest(other_ns));
        Cover(Math.Min(one, other), Math.Max(one, other));
    }

    /// <summary>Adds all values of another histogram.</summary>
    public void Add(LatencyHistogram other)
    {
        if (other.Count == 0) return;
        var low = HistogramLayout.IndexOf(other._minimum_ns);
        var high = HistogramLayout.IndexOf(other.Max_ns);
        Cover(low, high);
        var theirs = other._counts.AsSpan(low - other._first, high - low + 1);
        var ours = _counts.AsSpan(low - _first, theirs.Length);
        for (var i = 0; i < theirs.Length; i++) ours[i] += theirs[i];
        Count += other.Count;
        Sum_ns += other.Sum_ns;
        Max_ns = Math.Max(Max_ns, other.Max_ns);
        _minimum_ns = Math.Min(_minimum_ns, other._minimum_ns);
    }

    /// <summary>Forgets all values and keeps the memory.</summary>
    public void Reset()
    {
        if (Count > 0) OccupiedSlots(out _).Clear();
        (Count, Sum_ns, Max_ns, _minimum_ns) = (0, 0, 0, long.MaxValue);
    }

    /// <summary>
    /// The value at rank ⌈q·n⌉: exact at the first and the last rank, else the middle of its step,
    /// never above <see cref="Max_ns"/> nor below <see cref="Min_ns"/>; within 1/1024 of the exact quantile.
    /// </summary>
    /// <param name="quantile">0 … 1; values outside count as the nearer end.</param>
    /// <returns>ns; 0 when empty.</returns>
    public long ValueAtQuantile_ns(double quantile)
    {
        if (Count == 0) return 0;
        var rank = RankOf(quantile);
        if (rank == 1) return _minimum_ns;
        if (rank == Count) return Max_ns;
        var slots = OccupiedSlots(out var firstIndex);
        var i = 0;
        for (var seen = slots[0]; seen < rank; seen += slots[i]) i++;
        return Math.Clamp(HistogramLayout.MiddleOf(firstIndex + i), _minimum_ns, Max_ns);
    }

    /// <summary>The steps that hold values, lowest first.</summary>
    public IEnumerable<HistogramStep> Steps()
    {
        for (var slot = 0; slot < _counts.Length; slot++)
        {
            var (index, count) = (_first + slot, _counts[slot]);
            if (count > 0)
                yield return new HistogramStep(HistogramLayout.LowOf(index), HistogramLayout.HighOf(index), count);
        }
    }

    /// <summary>
    /// Adds values known only by their step, as read back from a file. Counts come back exactly;
    /// the sum then rests on the middles of steps, minimum and maximum on their ends.
    /// </summary>
    /// <param name="step">A step as <see cref="Steps"/> gave it.</param>
    /// <exception cref="ArgumentException">Not a step of this layout, or a negative count.</exception>
    public void AddStep(HistogramStep step)
    {
        var index = IndexOfNearest(step.Low_ns);
        if (step.Count < 0
            || HistogramLayout.LowOf(index) != step.Low_ns
            || HistogramLayout.HighOf(index) != step.High_ns)
            throw new ArgumentException($"{step} is not a step of the histogram layout", nameof(step));
        if (step.Count == 0) return;
        Cover(index, index);
        _counts[index - _first] += step.Count;
        Count += step.Count;
        Sum_ns += HistogramLayout.MiddleOf(index) * step.Count;
        Max_ns = Math.Max(Max_ns, step.High_ns);
        _minimum_ns = Math.Min(_minimum_ns, step.Low_ns);
    }

    private static int IndexOfNearest(long value_ns) =>
        HistogramLayout.IndexOf(Math.Clamp(value_ns, 0, HighestValue_ns));

    // Decimal, because in binary 0.07 · 100 is a little more than 7 and the rank would be 8.
    private long RankOf(double quantile) =>
        quantile > 0 ? (long)Math.Clamp(Math.Ceiling((decimal)Math.Min(quantile, 1) * Count), 1, Count) : 1;

    private Span<long> OccupiedSlots(out int firstIndex)
    {
        firstIndex = HistogramLayout.IndexOf(_minimum_ns);
        return _counts.AsSpan(firstIndex - _first, HistogramLayout.IndexOf(Max_ns) - firstIndex + 1);
    }

    private long[] GrowForRecording(long value_ns, ref int slot)
    {
        slot += _first;
        Cover(0, HistogramLayout.IndexOf(Math.Max(value_ns, ReservedValue_ns)));
        slot -= _first;
        return _counts;
    }

    /// <summary>Makes room for the steps low … high, rounded outwards to whole buckets.</summary>
    private void Cover(int low, int high)
    {
        low = HistogramLayout.BucketStart(low);
        var end = HistogramLayout.BucketStart(high) + HistogramLayout.BucketSteps;
        if (_counts.Length == 0)
        {
            (_counts, _first) = (new long[end - low], low);
            return;
        }

        low = Math.Min(low, _first);
        end = Math.Max(end, _first + _counts.Length);
        if (end - low == _counts.Length) return;
        var grown = new long[end - low];
        _counts.CopyTo(grown, _first - low);
        (_counts, _first) = (grown, low);
    }
}
