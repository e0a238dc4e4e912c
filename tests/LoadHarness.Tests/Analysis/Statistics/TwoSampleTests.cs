using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Tests.Analysis.Statistics;

public sealed class TwoSampleTests
{
    /// <summary>
    /// METHOD.md B.6: the best possible p is 0.029 for four a side and 0.008 for five; 2/70 and 2/252 by counting.
    /// </summary>
    [Theory]
    [InlineData(3, 2.0 / 20)]
    [InlineData(4, 2.0 / 70)]
    [InlineData(5, 2.0 / 252)]
    public void Separate_samples_have_the_smallest_p_there_is(int size, double p)
    {
        double[] low = [.. Enumerable.Range(0, size).Select(i => (double)i)];
        MannWhitney.TwoSidedP(low, [.. low.Select(x => x + 100)]).ShouldBe(p, 1e-12);
        MannWhitney.TwoSidedP([.. low.Select(x => x + 100)], low).ShouldBe(p, 1e-12);
    }

    /// <summary>
    /// Critical values of U at 5 % two-sided in the printed tables: 2 for five a side, 13 for eight, 23 for ten.
    /// </summary>
    [Theory]
    [InlineData(5, 2)]
    [InlineData(8, 13)]
    [InlineData(10, 23)]
    public void Critical_values_agree_with_the_tables(int size, int critical)
    {
        MannWhitney.Cumulative(size, size, critical).ShouldBeLessThanOrEqualTo(0.025);
        MannWhitney.Cumulative(size, size, critical + 1).ShouldBeGreaterThan(0.025);
    }

    /// <summary>Differences −12 … −6 seen by hand; the median of the sixteen is −9.</summary>
    [Fact]
    public void The_shift_of_two_samples_is_the_median_difference()
    {
        var shift = HodgesLehmann.Shift([1, 2, 3, 4], [10, 11, 12, 13]);
        shift.Estimate.ShouldBe(-9);
        shift.Low.ShouldBe(-12);
        shift.High.ShouldBe(-6);
    }

    /// <summary>
    /// Five a side: the interval runs from the 3rd to the 23rd of the 25 differences (as R's wilcox.test takes them).
    /// </summary>
    [Fact]
    public void Five_a_side_leave_out_two_differences_at_either_end()
    {
        double[] x = [1.1, 2.3, 3.2, 4.6, 5.5], y = [0.2, 0.9, 1.7, 2.8, 3.3];
        var differences = x.SelectMany(a => y.Select(b => a - b)).Order().ToArray();
        var shift = HodgesLehmann.Shift(x, y);
        shift.Low.ShouldBe(differences[2]);
        shift.High.ShouldBe(differences[22]);
        shift.Estimate.ShouldBe(differences[12]);
    }

    [Fact]
    public void Three_a_side_are_too_few_for_95_percent() =>
        HodgesLehmann.Shift([1, 2, 3], [4, 5, 6]).IsKnown.ShouldBeFalse();

    [Fact]
    public void The_shift_follows_a_shift_and_swaps_its_sign() =>
        Prop.ForAll<NonEmptyArray<int>, NonEmptyArray<int>, int>((x, y, by) =>
        {
            double[] first = [.. x.Get.Select(v => (double)v)], second = [.. y.Get.Select(v => (double)v)];
            var shift = HodgesLehmann.Shift(first, second);
            HodgesLehmann.Shift([.. first.Select(v => v + by)], second).Estimate.ShouldBe(shift.Estimate + by, 1e-6);
            HodgesLehmann.Shift(second, first).Estimate.ShouldBe(-shift.Estimate, 1e-6);
            if (shift.IsKnown) shift.Contains(shift.Estimate).ShouldBeTrue();
        }).QuickCheckThrowOnFailure();

    /// <summary>ln X = 1, 2, 3: mean 2, s = 1, t(2; 0.975) = 4.302653.</summary>
    [Fact]
    public void The_interval_over_restarts_is_t_on_the_logarithm()
    {
        var interval = RestartInterval.Of([Math.E, Math.Exp(2), Math.Exp(3)]);
        interval.Estimate.ShouldBe(Math.Exp(2), 1e-9);
        interval.High.ShouldBe(Math.Exp(2 + 4.302653 / Math.Sqrt(3)), 1e-3);
        interval.Low.ShouldBe(Math.Exp(2 - 4.302653 / Math.Sqrt(3)), 1e-5);
        interval.Basis.ShouldBe(IntervalBasis.Restarts);
    }

    /// <summary>
    /// ln X = 0 and 0.2, 5 % expected: variance (0.05² + 0.02)/2, of a mean of two, t(2; 0.975) = 4.302653; alone it
    /// would be t(1; 0.975) = 12.7062 times 0.1.
    /// </summary>
    [Fact]
    public void What_is_expected_of_starts_counts_like_one_start_more()
    {
        var interval = RestartInterval.Of([1, Math.Exp(0.2)], 0.05);
        Math.Log(interval.High).ShouldBe(0.1 + 4.302653 * Math.Sqrt(0.0225 / 4), 1e-6);
        interval.Count.ShouldBe(2);
        Math.Log(RestartInterval.Of([1, Math.Exp(0.2)]).High).ShouldBe(0.1 + 12.7062 * 0.1, 1e-4);
    }

    /// <summary>Starts that agree are believed: ± 12.7062 · 0.001/2.</summary>
    [Fact]
    public void What_is_expected_of_starts_never_makes_an_interval_wider() =>
        Math.Log(RestartInterval.Of([1, Math.Exp(0.001)], 0.05).High).ShouldBe(0.0005 * 13.7062, 1e-6);

    [Fact]
    public void One_start_has_no_interval()
    {
        RestartInterval.Of([100]).IsKnown.ShouldBeFalse();
        RestartInterval.Of([100], 0.05).IsKnown.ShouldBeFalse();
    }

    /// <summary>Equal errors and sizes add their degrees of freedom (Welch and Satterthwaite).</summary>
    [Fact]
    public void The_difference_of_two_means_has_welchs_degrees_of_freedom()
    {
        var difference = MeanEstimate.Difference(new(10, 3, 9), new(4, 3, 9));
        difference.Mean.ShouldBe(6);
        difference.StandardError.ShouldBe(Math.Sqrt(18), 1e-12);
        difference.DegreesOfFreedom.ShouldBe(18, 1e-9);
        MeanEstimate.Difference(new(10, 3, 9), new(4, 0, 4)).DegreesOfFreedom.ShouldBe(9, 1e-9);
    }
}
