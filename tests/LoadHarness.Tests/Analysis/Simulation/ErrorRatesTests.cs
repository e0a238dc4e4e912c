using LoadHarness.Analysis.Simulation;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis.Simulation;

/// <summary>The quick part; <c>loadharness error-rates</c> is the long one.</summary>
public sealed class ErrorRatesTests
{
    private const int Trials = 25;

    [Fact]
    public void The_chain_of_decisions_is_right_as_often_as_it_has_to_be() =>
        ErrorRates.All(Trials).ShouldAllBe(rate => rate.IsMet);

    /// <summary>
    /// Levels of ten windows are the hardest case: one of them does not show a correlation, all levels of its curve do.
    /// Without any correction 80 % of the intervals hold the truth.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void An_interval_holds_the_truth_as_often_as_it_says_whether_or_not_windows_are_correlated(double lag1)
    {
        const int trials = 600;
        var rules = new MeasuringRules { MaxClients = 64, MaxWindows = 100 };
        var held = Enumerable.Range(1, trials)
            .Count(seed => ChainTrial.LevelCovers(new WindowNoise(0.02, Lag1: lag1), rules, seed));
        new ErrorRate("", "", trials, held, 0.93, 0.97).IsMet.ShouldBeTrue($"{held} of {trials}");
    }

    /// <summary>Wilson's interval of 81 of 263: 25.5 % to 36.6 %, as printed by Newcombe, Statistics in Medicine 17
    /// (1998).</summary>
    [Fact]
    public void The_interval_of_a_share_is_wilsons()
    {
        var (low, high) = new ErrorRate("", "", 263, 81, 0).Interval;
        low.ShouldBe(0.2553, 0.00005);
        high.ShouldBe(0.3662, 0.00005);
    }

    [Fact]
    public void A_goal_is_missed_when_chance_does_not_explain_it()
    {
        new ErrorRate("", "", 1000, 900, 0.95).IsMet.ShouldBeFalse();
        new ErrorRate("", "", 100, 93, 0.95).IsMet.ShouldBeTrue();
        new ErrorRate("", "", 1000, 999, 0.93, 0.97).IsMet.ShouldBeFalse();
    }

    [Fact]
    public void Correlated_windows_are_as_correlated_as_they_should_be()
    {
        var values = new WindowNoise(0.1, Lag1: 0.5).Factors(new Random(1)).Take(20_000).ToList();
        Correlation.Lag1(values).ShouldBe(0.5, 0.02);
        Dispersion.Cv(values).ShouldBe(0.1, 0.002);
    }
}
