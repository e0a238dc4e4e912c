using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Tests.Analysis.Statistics;

public sealed class SeriesTests
{
    /// <summary>By hand: deviations −2 −1 0 1 2, products 2+0+0+2 = 4, squares 10.</summary>
    [Fact]
    public void Lag_1_correlation_of_1_to_5_is_0_4() => Correlation.Lag1([1, 2, 3, 4, 5]).ShouldBe(0.4, 1e-12);

    [Fact]
    public void A_constant_series_is_uncorrelated_and_two_values_tell_nothing()
    {
        Correlation.Lag1([7, 7, 7]).ShouldBe(0);
        Correlation.Lag1([1, 2]).ShouldBe(double.NaN);
    }

    /// <summary>2 4 4 4 5 5 7 9: mean 5, sample variance 32/7.</summary>
    [Fact]
    public void Variation_is_the_sample_deviation_over_the_mean() =>
        Dispersion.Cv([2, 4, 4, 4, 5, 5, 7, 9]).ShouldBe(Math.Sqrt(32.0 / 7) / 5, 1e-12);

    /// <summary>
    /// Anscombe's first data set (The American Statistician 27, 1973), sorted by x: slope 0.5001, its error 0.1179,
    /// mean 7.5009.
    /// </summary>
    [Fact]
    public void The_slope_test_agrees_with_Anscombes_data()
    {
        var test = SlopeTest.Of([4.26, 5.68, 7.24, 4.82, 6.95, 8.81, 8.04, 8.33, 10.84, 7.58, 9.96]);
        test.Drift.ShouldBe(0.5001 * 11 / 7.5009, 1e-3);
        test.HalfWidth.ShouldBe(2.2622 * 0.1179 * 11 / 7.5009, 1e-3);
        test.IsSteady.ShouldBeFalse();
    }

    [Fact]
    public void A_certain_but_tiny_drift_is_steady() =>
        SlopeTest.Of([.. Enumerable.Range(0, 20).Select(i => 1000 + i * 0.9)]).IsSteady.ShouldBeTrue();

    /// <summary>
    /// By hand: with d = 6 the kept sum of squares is 0 up to the alternation, any smaller d has a value 50 away in it.
    /// </summary>
    [Fact]
    public void The_warm_up_cut_is_where_the_transient_ends()
    {
        double[] series = [50, 60, 70, 80, 90, 95, .. Enumerable.Range(0, 30).Select(i => 100.0 + i % 2)];
        Mser.Cut(series, 1).ShouldBe(6);
        Mser.Cut([.. series, .. Enumerable.Range(0, 64).Select(i => 100.0 + i % 2)], 5).ShouldBe(10);
    }

    [Fact]
    public void A_series_that_never_settles_is_cut_in_its_second_half() =>
        Mser.Cut([.. Enumerable.Range(0, 40).Select(i => (double)i * i)], 1).ShouldBeGreaterThan(20);

    /// <summary>Sums by hand: 6²/(3·14).</summary>
    [Fact]
    public void Jains_index_of_1_2_3_is_6_sevenths()
    {
        Fairness.Jain([1, 2, 3]).ShouldBe(36.0 / 42, 1e-12);
        Fairness.Jain([5, 0, 0, 0]).ShouldBe(0.25);
        Fairness.Jain([5, 5, 5, 5]).ShouldBe(1);
    }

    [Fact]
    public void Jains_index_lies_between_1_over_n_and_1() => Prop.ForAll<NonEmptyArray<PositiveInt>>(shares =>
    {
        var index = Fairness.Jain([.. shares.Get.Select(s => (double)s.Get)]);
        index.ShouldBeInRange(1.0 / shares.Get.Length - 1e-12, 1 + 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Jains_index_ignores_order_and_scale() => Prop.ForAll<NonEmptyArray<PositiveInt>>(shares =>
    {
        double[] values = [.. shares.Get.Select(s => (double)s.Get)];
        Fairness.Jain([.. values.Reverse().Select(v => 3 * v)]).ShouldBe(Fairness.Jain(values), 1e-9);
    }).QuickCheckThrowOnFailure();

    /// <summary>5 clients, 1000/s, 4 ms served and 1 ms thinking: 1000 · 0.005 = 5.</summary>
    [Theory]
    [InlineData(4000, 0)]
    [InlineData(3500, -0.1)]
    public void Littles_law_leaves_what_the_clients_lost(double latency_us, double residual) =>
        LittlesLaw.Residual(1000, latency_us, 1000, 5).ShouldBe(residual, 1e-12);

    [Fact]
    public void Littles_law_counts_what_is_stuck_when_the_time_is_over() =>
        LittlesLaw.Residual(800, 4000, 1000, 5, edgeShare: 0.2).ShouldBe(0, 1e-12);

    [Fact]
    public void Quantiles_interpolate_between_neighbours()
    {
        // Hyndman and Fan's type 7, the default of R: quantile(c(1, 2, 3, 4), 0.25) is 1.75.
        Quartiles.Of([1, 2, 3, 4], 0.25).ShouldBe(1.75);
        Quartiles.Of([1, 2, 3, 4], 1).ShouldBe(4);
        Quartiles.Of([], 0.5).ShouldBe(double.NaN);
    }
}
