using LoadHarness.Analysis.Simulation;
using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Tests.Analysis.Statistics;

public sealed class EffectiveCountTests
{
    /// <summary>By the formula, n·(1 − 0.5)/(1 + 0.5): a third of the values.</summary>
    [Fact]
    public void Values_correlated_by_a_half_are_worth_a_third()
    {
        var values = new WindowNoise(0.1, Lag1: 0.5).Factors(new Random(1)).Take(20_000).ToList();
        (EffectiveCount.Of(values) / values.Count).ShouldBe(1.0 / 3, 0.02);
    }

    [Fact]
    public void Values_that_swing_to_and_fro_are_worth_no_more_than_independent_ones() =>
        EffectiveCount.Of([1, 3, 1, 3, 1, 3, 1, 3]).ShouldBe(8);

    [Fact]
    public void A_trend_is_worth_two_values_and_two_values_are_two()
    {
        EffectiveCount.Of([.. Enumerable.Range(0, 20).Select(i => (double)i)]).ShouldBe(2);
        EffectiveCount.Of([1, 2]).ShouldBe(2);
    }
}
