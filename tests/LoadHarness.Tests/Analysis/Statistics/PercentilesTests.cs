using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Tests.Results;

namespace LoadHarness.Tests.Analysis.Statistics;

public sealed class PercentilesTests
{
    [Theory]
    [InlineData(59, 0.90, false)]
    [InlineData(60, 0.90, true)]
    [InlineData(599, 0.99, false)]
    [InlineData(600, 0.99, true)]
    [InlineData(6000, 0.999, true)]
    public void Six_values_must_lie_beyond(long count, double quantile, bool known) =>
        Percentiles.IsKnown(count, quantile).ShouldBe(known);

    [Fact]
    public void One_that_is_not_known_is_not_shown()
    {
        var histogram = Samples.Histogram([.. Enumerable.Range(1, 100).Select(i => 1000L * i)]);
        Percentiles.Value_us(histogram, 0.99).ShouldBe(double.NaN);
        Percentiles.Value_us(histogram, 0.5).ShouldBe(50, 0.05);
    }

    /// <summary>100 values, median: 50 ± 1.96·5.</summary>
    [Fact]
    public void The_median_of_100_lies_between_ranks_40_and_60() => Percentiles.Ranks(100, 0.5).ShouldBe((40, 60));

    /// <summary>p99 of 100: 99 ± 1.96·0.995 reaches beyond the largest value.</summary>
    [Fact]
    public void A_rank_beyond_the_data_is_n_plus_1() => Percentiles.Ranks(100, 0.99).ShouldBe((97, 101));

    [Fact]
    public void The_interval_holds_the_percentile() =>
        Prop.ForAll<NonEmptyArray<PositiveInt>, byte>((values, percent) =>
    {
        var histogram = Samples.Histogram([.. values.Get.SelectMany(v => Enumerable.Repeat((long)v.Get, 20))]);
        var interval = Percentiles.Interval_us(histogram, percent % 100 / 100.0);
        if (interval.IsKnown) interval.Contains(interval.Estimate).ShouldBeTrue();
    }).QuickCheckThrowOnFailure();
}
