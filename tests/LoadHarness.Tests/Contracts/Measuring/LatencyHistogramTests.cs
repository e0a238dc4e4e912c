using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Contracts.Measuring;
using static LoadHarness.Tests.Contracts.Measuring.Latencies;

namespace LoadHarness.Tests.Contracts.Measuring;

public sealed class LatencyHistogramTests
{
    [Fact]
    public void Count_sum_minimum_maximum_and_mean_are_exact() =>
        Prop.ForAll(Some, values =>
        {
            var histogram = HistogramOf(values);
            histogram.Count.ShouldBe(values.Length);
            histogram.Sum_ns.ShouldBe(values.Sum());
            histogram.Min_ns.ShouldBe(values.Min());
            histogram.Max_ns.ShouldBe(values.Max());
            histogram.Mean_ns.ShouldBe((double)values.Sum() / values.Length);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_histograms_gives_the_histogram_of_all_values() =>
        Prop.ForAll(AnyNumber, AnyNumber, (first, second) =>
        {
            var merged = HistogramOf(first);
            merged.Add(HistogramOf(second));
            ContentOf(merged).ShouldBe(ContentOf(HistogramOf(first.Concat(second))));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_to_one_that_never_recorded_gives_the_same_and_goes_on_recording() =>
        Prop.ForAll(AnyNumber, AnyNumber, (first, second) =>
        {
            var merged = new LatencyHistogram();
            merged.Add(HistogramOf(first));
            foreach (var value in second) merged.Record(value);
            ContentOf(merged).ShouldBe(ContentOf(HistogramOf(first.Concat(second))));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reset_forgets_everything() =>
        Prop.ForAll(AnyNumber, AnyNumber, (first, second) =>
        {
            var histogram = HistogramOf(first);
            histogram.Reset();
            foreach (var value in second) histogram.Record(value);
            ContentOf(histogram).ShouldBe(ContentOf(HistogramOf(second)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Negative_values_count_as_0_and_values_beyond_the_highest_as_the_highest()
    {
        const long top = LatencyHistogram.HighestValue_ns;
        var histogram = HistogramOf(long.MinValue, -1, 0, top, top + 1, long.MaxValue);
        var highest = histogram.Steps().Last();
        histogram.Steps().First().ShouldBe(new HistogramStep(0, 0, 3));
        highest.High_ns.ShouldBe(top);
        highest.Count.ShouldBe(3);
        histogram.Sum_ns.ShouldBe(3 * top);
    }

    [Fact]
    public void Recording_allocates_nothing_after_the_first_value_up_to_134_ms()
    {
        Allocation.LeastOf_bytes(() =>
        {
            var histogram = HistogramOf(1);
            return () => RecordSpread(histogram, (1 << 27) - 1);
        }).ShouldBe(0);
    }

    [Fact]
    public void Recording_allocates_nothing_at_all_after_reserving()
    {
        Allocation.LeastOf_bytes(() =>
        {
            var histogram = new LatencyHistogram();
            histogram.Reserve();
            return () => RecordSpread(histogram, (1 << 27) - 1);
        }).ShouldBe(0);
    }

    [Fact]
    public void Recording_allocates_nothing_once_grown_for_an_outlier_even_after_reset()
    {
        var histogram = HistogramOf(LatencyHistogram.HighestValue_ns);
        histogram.Reset();
        Allocation.LeastOf_bytes(() => RecordSpread(histogram, LatencyHistogram.HighestValue_ns)).ShouldBe(0);
    }

    [Fact]
    public void A_merged_histogram_holds_only_the_buckets_that_are_used()
    {
        var recorded = HistogramOf(1_000_000, 1_200_000, 3_000_000);
        new LatencyHistogram().Add(recorded);
        Allocation.LeastOf_bytes(() => new LatencyHistogram().Add(recorded))
            .ShouldBeLessThan(3 * 1024 * sizeof(long) + 200);
    }

    private static void RecordSpread(LatencyHistogram histogram, long highest)
    {
        for (var value = highest; value > 0; value -= (value >> 8) + 1) histogram.Record(value);
    }
}
