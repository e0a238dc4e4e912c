using LoadHarness.Analysis.Statistics;
using MathNet.Numerics.Distributions;

namespace LoadHarness.Tests.Analysis.Statistics;

public sealed class BatchMeansTests
{
    /// <summary>
    /// 1 … 10, shuffled so that neighbours are not alike (lag 1 below 0), in a curve of independent windows: mean 5.5,
    /// s = 3.02765, t(9; 0.975) = 2.262157 from the printed tables.
    /// </summary>
    [Fact]
    public void Few_values_are_their_own_batches()
    {
        var interval = BatchMeans.Estimate([1, 10, 2, 9, 3, 8, 4, 7, 5, 6], 0).ToInterval(10, IntervalBasis.Windows);
        interval.Estimate.ShouldBe(5.5);
        interval.High.ShouldBe(5.5 + 2.262157 * 3.027650 / Math.Sqrt(10), 1e-5);
        interval.Low.ShouldBe(5.5 - 2.262157 * 3.027650 / Math.Sqrt(10), 1e-5);
    }

    [Fact]
    public void A_throughput_is_never_below_0_however_noisy_its_windows()
    {
        var noisy = BatchMeans.Estimate([0, 0, 90]);
        noisy.ToInterval(3, IntervalBasis.Windows).Low.ShouldBeLessThan(0);
        noisy.ToThroughput(3).ShouldBe(noisy.ToInterval(3, IntervalBasis.Windows) with { Low = 0 });
        var calm = BatchMeans.Estimate([9, 10, 11]);
        calm.ToThroughput(3).ShouldBe(calm.ToInterval(3, IntervalBasis.Windows));
        BatchMeans.Estimate([3]).ToThroughput(1).IsKnown.ShouldBeFalse();
    }

    [Theory]
    [InlineData(39, 39)]
    [InlineData(40, 20)]
    [InlineData(59, 29)]
    [InlineData(60, 20)]
    [InlineData(1000, 20)]
    public void Many_independent_values_make_20_to_30_batches(int values, int batches)
    {
        // Alternating values have a lag-1 correlation of -1 or none in their batch means: nothing is lengthened.
        BatchMeans.Batches([.. Enumerable.Range(0, values).Select(i => (double)(i % 2))]).Length.ShouldBe(batches);
    }

    [Fact]
    public void Correlated_values_make_longer_batches() =>
        BatchMeans.Batches([.. Enumerable.Range(0, 400).Select(i => (double)i)]).Length.ShouldBe(10);

    [Fact]
    public void One_value_has_no_interval_and_none_has_no_mean()
    {
        BatchMeans.Estimate([3]).ToInterval(1, IntervalBasis.Windows).IsKnown.ShouldBeFalse();
        BatchMeans.Estimate([3]).Mean.ShouldBe(3);
        BatchMeans.Estimate([]).Mean.ShouldBe(double.NaN);
    }

    /// <summary>
    /// By definition 95 % of the intervals hold the true mean; 1000 trials have a standard error of 0.7 %.
    /// </summary>
    [Fact]
    public void The_interval_holds_the_true_mean_in_95_of_100_cases()
    {
        var random = new Random(1);
        var held = Enumerable.Range(0, 1000).Count(_ => BatchMeans
            .Estimate([.. Enumerable.Range(0, 25).Select(_ => Normal.Sample(random, 100, 5))], 0)
            .ToInterval(25, IntervalBasis.Windows).Contains(100));
        held.ShouldBeInRange(930, 970);
    }

    /// <summary>
    /// First-order autoregression with 0.7: the plain interval holds the mean in well under 70 % of the cases.
    /// </summary>
    [Fact]
    public void It_does_so_too_when_successive_values_are_correlated()
    {
        var random = new Random(2);
        var held = Enumerable.Range(0, 1000).Count(_ => BatchMeans
            .Estimate(Autoregression(random, 400, 0.7)).ToInterval(400, IntervalBasis.Windows).Contains(100));
        held.ShouldBeInRange(930, 985);
    }

    private static List<double> Autoregression(Random random, int count, double memory)
    {
        var (series, state) = (new List<double>(), 0.0);
        for (var i = -50; i < count; i++)
        {
            state = memory * state + Normal.Sample(random, 0, 1);
            if (i >= 0) series.Add(100 + state);
        }

        return series;
    }
}
