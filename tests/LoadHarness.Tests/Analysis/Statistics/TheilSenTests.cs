using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Contracts.Randomness;

namespace LoadHarness.Tests.Analysis.Statistics;

public class TheilSenTests
{
    [Fact]
    public void A_straight_line_has_its_slope_and_no_doubt()
    {
        var slope = TheilSen.Of([(0, 3), (1, 5), (2, 7), (5, 13), (9, 21)]);
        (slope.Slope, slope.Low, slope.High).ShouldBe((2, 2, 2));
    }

    /// <summary>The ten slopes by hand: −0.15, −0.13, −0.08, −0.07, −0.0575, −0.055, −0.045, … 0.04.</summary>
    [Fact]
    public void The_slope_is_the_median_of_the_slopes_of_all_pairs() =>
        TheilSen.Of([(1, 1.26), (2, 1.27), (3, 1.12), (4, 1.16), (5, 1.03)]).Slope.ShouldBe(-0.05625, 1e-9);

    [Fact]
    public void One_wild_point_moves_it_little()
    {
        List<(double X, double Y)> points = [.. Enumerable.Range(0, 30).Select(i => ((double)i, 0.5 * i))];
        points[17] = (17, 1e9);
        TheilSen.Of(points).Slope.ShouldBe(0.5, 1e-9);
    }

    [Fact]
    public void Two_points_say_nothing() => double.IsNaN(TheilSen.Of([(0, 1), (1, 2)]).Slope).ShouldBeTrue();

    [Fact]
    public void The_interval_covers_the_slope_in_about_95_of_100_series()
    {
        const int Series = 2000;
        var covered = Enumerable.Range(0, Series).Count(seed =>
        {
            var points = Enumerable.Range(0, 30).Select(i => ((double)i, (0.1 * i) + Noise((ulong)seed, i))).ToList();
            var slope = TheilSen.Of(points);
            return slope.Low <= 0.1 && 0.1 <= slope.High;
        });
        ((double)covered / Series).ShouldBeInRange(0.935, 0.975);
    }

    [Fact]
    public void Steeper_points_have_a_steeper_slope() => Prop.ForAll<int, PositiveInt>((seed, steeper) =>
    {
        var points = Enumerable.Range(0, 12).Select(i => ((double)i, Noise((ulong)(uint)seed, i))).ToList();
        var (flat, steep) =
            (TheilSen.Of(points), TheilSen.Of([.. points.Select(p => (p.Item1, p.Item2 + (steeper.Get * p.Item1)))]));
        return Math.Abs(steep.Slope - flat.Slope - steeper.Get) < 1e-6 * steeper.Get
            && flat.Low <= flat.Slope && flat.Slope <= flat.High;
    }).QuickCheckThrowOnFailure();

    /// <summary>Exponential, so far from normal; the method does not ask for more than independence.</summary>
    private static double Noise(ulong seed, int i) =>
        SplitMix64.ExponentialAt(seed, (ulong)i, mean: 1);
}
