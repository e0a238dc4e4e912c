using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Contracts.Measuring;
using static LoadHarness.Tests.Contracts.Measuring.Latencies;

namespace LoadHarness.Tests.Contracts.Measuring;

public sealed class HistogramStepTests
{
    [Fact]
    public void Steps_read_back_give_the_same_steps() =>
        Prop.ForAll(AnyNumber, values =>
        {
            var steps = HistogramOf(values).Steps().ToArray();
            ReadBack(steps).Steps().ShouldBe(steps);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(3_000, 40_000_000)]
    [InlineData(40_000_000, 3_000)]
    [InlineData(long.MinValue, long.MaxValue)]
    public void Steps_of_a_range_for_which_memory_was_taken_take_no_more(long one_ns, long other_ns) =>
        Allocation.LeastOf_bytes(() =>
        {
            var histogram = new LatencyHistogram();
            histogram.ReserveRange(one_ns, other_ns);
            return () =>
            {
                for (var low_ns = 4_096L; low_ns < 40_000_000; low_ns *= 2)
                    histogram.AddStep(new HistogramStep(low_ns, low_ns + low_ns / 1024 - 1, 7));
            };
        }).ShouldBe(0);

    [Fact]
    public void Quantiles_read_back_are_within_one_in_1024() =>
        Prop.ForAll(Some, Quantile, (values, quantile) =>
        {
            var histogram = HistogramOf(values);
            var expected = histogram.ValueAtQuantile_ns(quantile);
            return Math.Abs(ReadBack(histogram.Steps()).ValueAtQuantile_ns(quantile) - expected) <= expected / 1024.0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_value_lies_in_its_step_which_is_at_most_one_1024th_of_it_wide() =>
        Prop.ForAll(Arb.From(One), value =>
        {
            var step = HistogramOf(value).Steps().Single();
            step.Low_ns.ShouldBeLessThanOrEqualTo(value);
            step.High_ns.ShouldBeGreaterThanOrEqualTo(value);
            (step.High_ns - step.Low_ns).ShouldBeLessThanOrEqualTo(value / 1024);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Steps_lie_side_by_side_from_0_to_the_highest_value()
    {
        var next = 0L;
        for (var index = 0; next <= LatencyHistogram.HighestValue_ns; index++)
        {
            HistogramLayout.LowOf(index).ShouldBe(next);
            HistogramLayout.IndexOf(next).ShouldBe(index);
            HistogramLayout.IndexOf(HistogramLayout.HighOf(index)).ShouldBe(index);
            next = HistogramLayout.HighOf(index) + 1;
        }

        next.ShouldBe(LatencyHistogram.HighestValue_ns + 1);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(2049, 2050, 1)]
    [InlineData(2048, 2049, -1)]
    [InlineData(-1, -1, 1)]
    [InlineData(2049, 2048, 1)]
    [InlineData(1L << 42, (1L << 42) + (1L << 32) - 1, 1)]
    public void What_is_not_a_step_of_the_layout_is_refused(long low, long high, long count) =>
        Should.Throw<ArgumentException>(() => new LatencyHistogram().AddStep(new HistogramStep(low, high, count)))
            .Message.ShouldContain("not a step");

    private static LatencyHistogram ReadBack(IEnumerable<HistogramStep> steps)
    {
        var histogram = new LatencyHistogram();
        foreach (var step in steps) histogram.AddStep(step);
        return histogram;
    }
}
