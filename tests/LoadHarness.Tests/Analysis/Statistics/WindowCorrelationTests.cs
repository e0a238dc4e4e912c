using LoadHarness.Analysis.Simulation;
using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Tests.Analysis.Statistics;

public sealed class WindowCorrelationTests
{
    /// <summary>
    /// 1 2 2 1 1 2 2 1: squares 8·0.25 = 2, products 0.25·(−1 + 1 − 1 + 1 − 1 + 1 − 1) = −0.25, so lag 1 is −0.125;
    /// as a curve (8·(−0.125) + 1 + 15·0.25)/(8 − 4 + 15) = 3.75/19, as a level of a curve with 0.5
    /// (8·(−0.125) + 1 + 40·0.5)/(8 − 4 + 40) = 20/44.
    /// </summary>
    [Fact]
    public void Few_values_are_taken_to_be_correlated_nearly_as_expected()
    {
        double[] values = [1, 2, 2, 1, 1, 2, 2, 1];
        WindowCorrelation.OfCurve([values]).ShouldBe(3.75 / 19, 1e-12);
        WindowCorrelation.OfLevel(values, 0.5).ShouldBe(20.0 / 44, 1e-12);
    }

    /// <summary>Their bias is put back: plain lag-1 correlations of ten values lie 0.1 to 0.3 lower.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    public void Many_short_levels_show_together_how_windows_are_correlated(double lag1)
    {
        var random = new Random(1);
        var levels = Enumerable.Range(0, 5000)
            .Select(_ => new WindowNoise(0.05, Lag1: lag1).Factors(random).Take(10).ToList());
        WindowCorrelation.OfCurve(levels).ShouldBe(lag1, 0.06);
    }

    [Fact]
    public void Without_windows_it_is_the_usual_one_and_it_is_never_negative()
    {
        WindowCorrelation.OfCurve([[], [1, 2, 3, 4]]).ShouldBe(WindowCorrelation.Usual);
        WindowCorrelation.OfCurve([[.. Enumerable.Range(0, 100).Select(i => (double)(i % 2))]]).ShouldBe(0);
    }

    /// <summary>
    /// Means of two values: cov/var = ρ(1 + ρ)²/4 / ((1 + ρ)/2) = ρ(1 + ρ)/2, which is 0.375 for ρ = 0.5.
    /// </summary>
    [Fact]
    public void Means_of_longer_batches_are_less_correlated()
    {
        WindowCorrelation.OfBatches(0.5, 1).ShouldBe(0.5, 1e-12);
        WindowCorrelation.OfBatches(0.5, 2).ShouldBe(0.375, 1e-12);
        WindowCorrelation.OfBatches(0, 7).ShouldBe(0);
        WindowCorrelation.OfBatches(0.7, 40).ShouldBeInRange(0.01, 0.05);
    }
}
