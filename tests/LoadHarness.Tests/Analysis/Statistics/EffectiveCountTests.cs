using LoadHarness.Analysis.Simulation;
using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Tests.Analysis.Statistics;

public sealed class EffectiveCountTests
{
    /// <summary>By the formula, n·(1 − 0.5)/(1 + 0.5): a third of the values.</summary>
    [Fact]
    public void Many_values_correlated_by_a_half_are_worth_a_third()
    {
        var values = new WindowNoise(0.1, Lag1: 0.5).Factors(new Random(1)).Take(20_000).ToList();
        (EffectiveCount.Of(values) / values.Count).ShouldBe(1.0 / 3, 0.02);
    }

    /// <summary>
    /// 1 2 2 1 1 2 2 1: squares 8·0.25 = 2, products 0.25·(−1 + 1 − 1 + 1 − 1 + 1 − 1) = −0.25, so lag 1 is −0.125;
    /// (8·(−0.125 + 0.5/8) + 2)/18 = 0.083333, and 8·0.916667/1.083333 = 6.76923.
    /// </summary>
    [Fact]
    public void Few_values_are_taken_to_be_correlated_nearly_as_windows_usually_are() =>
        EffectiveCount.Of([1, 2, 2, 1, 1, 2, 2, 1]).ShouldBe(6.76923, 1e-5);

    [Fact]
    public void Values_that_swing_to_and_fro_are_worth_no_more_than_independent_ones() =>
        EffectiveCount.Of([1, 3, 1, 3, 1, 3, 1, 3]).ShouldBe(8);

    [Fact]
    public void A_trend_is_worth_two_values_and_two_values_are_two()
    {
        EffectiveCount.Of([.. Enumerable.Range(0, 12).Select(i => (double)i)]).ShouldBeInRange(2, 4);
        EffectiveCount.Of([1, 2]).ShouldBe(2);
    }
}
