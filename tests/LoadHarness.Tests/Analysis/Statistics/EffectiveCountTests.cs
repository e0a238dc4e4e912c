using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Tests.Analysis.Statistics;

public sealed class EffectiveCountTests
{
    /// <summary>By the formula, n·(1 − 0.5)/(1 + 0.5): a third of the values.</summary>
    [Fact]
    public void Values_correlated_by_a_half_are_worth_a_third() => EffectiveCount.Of(30, 0.5).ShouldBe(10, 1e-12);

    [Fact]
    public void Independent_values_are_worth_themselves_and_any_values_are_worth_two()
    {
        EffectiveCount.Of(8, 0).ShouldBe(8);
        EffectiveCount.Of(12, 0.9).ShouldBe(2);
    }
}
