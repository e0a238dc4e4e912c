using LoadHarness.Analysis.Statistics;
using MathNet.Numerics.Distributions;

namespace LoadHarness.Tests.Analysis.Statistics;

public sealed class ChangePointsTests
{
    private const double Scatter = 0.03;

    [Fact]
    public void A_step_is_found_where_it_is()
    {
        double[] values = [1.00, 1.01, 0.99, 1.02, 1.00, 0.80, 0.81, 0.79, 0.80, 0.82];
        ChangePoints.Find(values, 0.05).ShouldBe([5]);
    }

    [Fact]
    public void Two_steps_are_found_both()
    {
        double[] values = [.. Noisy(8, 1, 1), .. Noisy(8, 1.4, 2), .. Noisy(8, 0.9, 3)];
        ChangePoints.Find(values, 0.05).ShouldBe([8, 16]);
    }

    [Fact]
    public void A_clear_step_that_is_too_small_to_matter_is_none()
    {
        double[] values = [1.000, 1.001, 0.999, 1.000, 1.020, 1.021, 1.019, 1.020];
        ChangePoints.Find(values, 0.05).ShouldBeEmpty();
        ChangePoints.Find(values, 0.01).ShouldBe([4]);
    }

    [Fact]
    public void One_value_that_stands_out_changes_nothing() =>
        ChangePoints.Find([1, 1.01, 0.99, 3, 1.01, 1, 0.99, 1], 0.05).ShouldBeEmpty();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Too_few_values_change_nothing(int count) =>
        ChangePoints.Find([.. Enumerable.Range(0, count).Select(i => 100.0 * i)], 0.05).ShouldBeEmpty();

    [Fact]
    public void Values_that_do_not_scatter_at_all_are_understood()
    {
        ChangePoints.Find([1, 1, 1, 1], 0.05).ShouldBeEmpty();
        ChangePoints.Find([1, 1, 1, 2, 2, 2], 0.05).ShouldBe([3]);
    }

    /// <summary>Seeded: 500 series of 20 without any change; 1 % of each first cut is allowed to be chance.</summary>
    [Fact]
    public void Changes_are_rarely_seen_where_none_is() =>
        Enumerable.Range(1, 500).Count(seed => ChangePoints.Find(Noisy(20, 1, seed), 0).Count > 0)
            .ShouldBeLessThanOrEqualTo(10);

    /// <summary>Seeded: a step of four times the scatter in the middle of 16 runs.</summary>
    [Fact]
    public void A_step_of_four_times_the_scatter_is_seldom_missed() =>
        Enumerable.Range(1, 200)
            .Count(seed => ChangePoints
                .Find([.. Noisy(8, 1, seed), .. Noisy(8, 1 + 4 * Scatter, 1000 + seed)], 0.05).Count > 0)
            .ShouldBeGreaterThanOrEqualTo(190);

    private static double[] Noisy(int count, double level, int seed)
    {
        var normal = new Normal(level, Scatter, new Random(seed));
        return [.. Enumerable.Range(0, count).Select(_ => normal.Sample())];
    }
}
