using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Analysis.Statistics;

/// <summary>
/// The interval of a percentile of dependent latencies: operations that queue together are slow together, so the ranks
/// of independent values would make it too narrow. The windows are put into batches of equal size in order of time; the
/// scatter of the batches' percentiles gives the half width t·s/√b (METHOD.md C.5; Law, Simulation Modeling and
/// Analysis, "batch means", for a quantile).
/// </summary>
public static class BatchPercentiles
{
    private static readonly int[] _batches = [20, 10, 5];

    /// <summary>Half width of the 95 % interval, µs.</summary>
    /// <param name="windows">One histogram for each window, in order of time.</param>
    /// <param name="quantile">0 … 1.</param>
    /// <returns>NaN when not even five batches have enough values beyond the percentile.</returns>
    public static double HalfWidth_us(IReadOnlyList<LatencyHistogram> windows, double quantile)
    {
        foreach (var count in _batches.Where(count => count <= windows.Count))
        {
            var batches = Merge(windows, count);
            if (!batches.TrueForAll(batch => Percentiles.IsKnown(batch.Count, quantile))) continue;
            var values = batches.ConvertAll(batch => Percentiles.Value_us(batch, quantile));
            var error = Dispersion.StandardDeviation(values) / Math.Sqrt(count);
            var mean = new MeanEstimate(values.Average(), error, count - 1);
            var interval = mean.ToInterval(count, IntervalBasis.Windows);
            return (interval.High - interval.Low) / 2;
        }

        return double.NaN;
    }

    /// <summary>Windows that do not fill the batches are left out at the beginning.</summary>
    private static List<LatencyHistogram> Merge(IReadOnlyList<LatencyHistogram> windows, int count)
    {
        var size = windows.Count / count;
        var start = windows.Count - (count * size);
        var batches = new List<LatencyHistogram>(count);
        for (var batch = 0; batch < count; batch++)
        {
            var merged = new LatencyHistogram();
            for (var i = 0; i < size; i++) merged.Add(windows[start + (batch * size) + i]);
            batches.Add(merged);
        }

        return batches;
    }
}
