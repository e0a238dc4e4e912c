using LoadHarness.Analysis.Statistics;
using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Tests.Analysis.Statistics;

public sealed class BatchPercentilesTests
{
    [Fact]
    public void Equal_windows_leave_no_doubt() =>
        BatchPercentiles.HalfWidth_us(Windows(20, _ => 100, count: 100), 0.5).ShouldBe(0, 1e-9);

    /// <summary>Half of the windows at 1000 µs, half at 3000 µs, in turn: t₁₉ · s / √20.</summary>
    [Fact]
    public void The_half_width_is_students_t_over_the_batches() =>
        BatchPercentiles.HalfWidth_us(Windows(20, i => i % 2 == 0 ? 1000 : 3000, count: 100), 0.5)
            .ShouldBe(2.0930 * Math.Sqrt(20 / 19.0) * 1000 / Math.Sqrt(20), 2);

    [Fact]
    public void Fewer_and_larger_batches_serve_where_windows_hold_too_few_values_for_the_tail()
    {
        // 100 values in a window are too few for the 99th percentile, 600 in each of 5 batches are enough.
        var windows = Windows(30, i => 100 + i, count: 100);

        BatchPercentiles.HalfWidth_us(windows, 0.99).ShouldBeGreaterThan(0);
        BatchPercentiles.HalfWidth_us(windows.GetRange(0, 29), 0.99).ShouldBe(double.NaN);
        BatchPercentiles.HalfWidth_us(windows.GetRange(0, 4), 0.5).ShouldBe(double.NaN);
    }

    /// <summary>
    /// Latencies that stay together for many windows: intervals by the ranks of independent values hold the true median
    /// far too seldom; intervals by batches nearly as often as they say.
    /// </summary>
    [Fact]
    public void Dependent_latencies_get_a_wider_interval_than_independent_ones()
    {
        const int Runs = 200;
        const double True_us = 1000;
        var (byBatches, byRanks) = (0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var random = new Random(run);
            var windows = Windows(100, _ => (long)(True_us * (0.8 + 0.4 * random.NextDouble())), count: 50);
            var all = new LatencyHistogram();
            foreach (var window in windows) all.Add(window);
            var middle = Percentiles.Value_us(all, 0.5);
            if (Math.Abs(middle - True_us) <= BatchPercentiles.HalfWidth_us(windows, 0.5)) byBatches++;
            if (Percentiles.Interval_us(all, 0.5).Contains(True_us)) byRanks++;
        }

        byBatches.ShouldBeGreaterThan((int)(0.85 * Runs));
        byRanks.ShouldBeLessThan((int)(0.5 * Runs));
    }

    private static List<LatencyHistogram> Windows(int windows, Func<int, long> latency_us, int count)
    {
        var made = new List<LatencyHistogram>();
        for (var i = 0; i < windows; i++)
        {
            var histogram = new LatencyHistogram();
            var latency_ns = 1000 * latency_us(i);
            for (var value = 0; value < count; value++) histogram.Record(latency_ns);
            made.Add(histogram);
        }

        return made;
    }
}
