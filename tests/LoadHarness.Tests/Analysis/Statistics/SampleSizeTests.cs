using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Tests.Analysis.Statistics;

public sealed class SampleSizeTests
{
    /// <summary>METHOD.md B.2: 8, 23 and 90 windows for 3, 5 and 10 % (rounded up here, and 10 at least).</summary>
    [Theory]
    [InlineData(0.03, 10)]
    [InlineData(0.05, 23)]
    [InlineData(0.10, 91)]
    [InlineData(double.NaN, 10)]
    [InlineData(1e6, int.MaxValue)]
    public void Windows_follow_the_noise(double cv, int windows) => SampleSize.Windows(cv, 0.05).ShouldBe(windows);

    [Fact]
    public void A_2_percent_interval_at_5_percent_noise_needs_25_windows() =>
        SampleSize.ForHalfWidth(0.05, 0.02).ShouldBe(25);
}
