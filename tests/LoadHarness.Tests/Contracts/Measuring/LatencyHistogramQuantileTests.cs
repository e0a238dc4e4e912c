using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Contracts.Measuring;
using static LoadHarness.Tests.Contracts.Measuring.Latencies;

namespace LoadHarness.Tests.Contracts.Measuring;

public sealed class LatencyHistogramQuantileTests
{
    private static readonly double[] _usualQuantiles =
        [0, 0.001, 0.07, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999, 1];

    [Fact]
    public void Quantiles_of_any_values_are_within_one_in_1024_of_the_exact_ones() =>
        Prop.ForAll(Some, Quantile, (values, quantile) => IsClose(HistogramOf(values), values, quantile))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Quantiles_of_values_below_2048_ns_are_exact() =>
        Prop.ForAll(Some, Quantile, (values, quantile) =>
        {
            var small = values.Select(value => value % 2048).ToArray();
            return HistogramOf(small).ValueAtQuantile_ns(quantile) == Exact(small, quantile);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Quantiles_of_large_sets_are_within_one_in_1024_of_the_exact_ones(int seed)
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, 200_000)
            .Select(_ => random.NextDouble() + random.NextDouble() + random.NextDouble())
            .Select(sum => (long)(40_000 * Math.Exp(seed * sum)))
            .ToArray();
        var histogram = HistogramOf(values);
        _usualQuantiles.ShouldAllBe(quantile => IsClose(histogram, values, quantile));
    }

    [Theory]
    [InlineData(0.07, 100, 7)]
    [InlineData(0.29, 100, 29)]
    [InlineData(0.57, 100, 57)]
    [InlineData(0.99, 1000, 990)]
    [InlineData(0.9901, 1000, 991)]
    public void The_rank_is_the_quantile_times_the_count_rounded_up_as_on_paper(double quantile, int count, int rank) =>
        HistogramOf(Enumerable.Range(1, count).Select(value => (long)value)).ValueAtQuantile_ns(quantile)
            .ShouldBe(rank);

    [Fact]
    public void The_ends_are_the_exact_minimum_and_maximum() =>
        Prop.ForAll(Some, values =>
        {
            var histogram = HistogramOf(values);
            return histogram.ValueAtQuantile_ns(0) == values.Min() && histogram.ValueAtQuantile_ns(1) == values.Max();
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-0.5, 5)]
    [InlineData(double.NaN, 5)]
    [InlineData(1.5, 9)]
    public void Quantiles_outside_0_to_1_are_the_nearer_end(double quantile, long expected) =>
        HistogramOf(5, 7, 9).ValueAtQuantile_ns(quantile).ShouldBe(expected);

    [Fact]
    public void An_empty_histogram_has_quantile_0_and_no_mean()
    {
        var histogram = new LatencyHistogram();
        histogram.ValueAtQuantile_ns(0.5).ShouldBe(0);
        histogram.Min_ns.ShouldBe(0);
        histogram.Max_ns.ShouldBe(0);
        histogram.Mean_ns.ShouldBe(double.NaN);
    }

    private static bool IsClose(LatencyHistogram histogram, long[] values, double quantile)
    {
        var exact = Exact(values, quantile);
        return Math.Abs(histogram.ValueAtQuantile_ns(quantile) - exact) <= exact / 1024.0;
    }

    private static long Exact(long[] values, double quantile)
    {
        var rank = (int)Math.Max(1, Math.Ceiling((decimal)quantile * values.Length));
        return values.Order().ElementAt(rank - 1);
    }
}
