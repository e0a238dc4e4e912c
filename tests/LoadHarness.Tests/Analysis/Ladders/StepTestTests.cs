using LoadHarness.Analysis.Ladders;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis.Ladders;

public sealed class StepTestTests
{
    private static readonly MeasuringRules _rules = new();

    /// <summary>
    /// METHOD.md: ln 1.05 = 0.04879 for a step of 1.5; a doubling may gain ln 2 / ln 1.5 = 1.7095 times that.
    /// </summary>
    [Fact]
    public void The_margin_grows_with_the_step()
    {
        StepTests.Margin(_rules, 8, 12).ShouldBe(0.04879, 1e-5);
        StepTests.Margin(_rules, 8, 16).ShouldBe(0.04879 * 1.70951, 1e-5);
        (StepTests.Margin(_rules, 8, 12) + StepTests.Margin(_rules, 12, 16)).ShouldBe(
            StepTests.Margin(_rules, 8, 16), 1e-12);
    }

    /// <summary>Errors of 0.5 % each: their difference has √2·0.5 %, t(18; 0.95) = 1.734064.</summary>
    [Fact]
    public void The_bounds_are_one_sided_95_percent()
    {
        var test = StepTests.Between(_rules, Level(8, 1000), Level(12, 1020));
        test.Gain.ShouldBe(Math.Log(1.02), 1e-12);
        test.High.ShouldBe(Math.Log(1.02) + 1.734064 * Math.Sqrt(2) * 0.005, 1e-6);
        test.Low.ShouldBe(Math.Log(1.02) - 1.734064 * Math.Sqrt(2) * 0.005, 1e-6);
    }

    [Theory]
    [InlineData(1020, StepOutcome.Flat)]
    [InlineData(1080, StepOutcome.Rising)]
    [InlineData(980, StepOutcome.Falling)]
    [InlineData(1042, StepOutcome.Rising)]
    public void The_outcome_follows_from_the_bounds(double to, StepOutcome outcome) =>
        StepTests.Between(_rules, Level(8, 1000), Level(12, to)).Outcome.ShouldBe(outcome);

    [Fact]
    public void A_wide_interval_is_unclear_and_so_is_none()
    {
        StepTests.Between(_rules, Level(8, 1000, 0.1), Level(12, 1020, 0.1)).Outcome.ShouldBe(StepOutcome.Unclear);
        var unknown = new LevelEstimate(12, new MeanEstimate(1000, double.NaN, 0), 1, LevelValidity.Valid);
        StepTests.Between(_rules, Level(8, 1000), unknown).Outcome.ShouldBe(StepOutcome.Unclear);
    }

    private static LevelEstimate Level(int clients, double throughput, double error = 0.005) =>
        new(clients, new MeanEstimate(throughput, throughput * error, 9), 10, LevelValidity.Valid);
}
