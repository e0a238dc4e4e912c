using LoadHarness.Report.Charts;

namespace LoadHarness.Tests.Report.Charts;

public sealed class SpectrumChartTests
{
    [Theory]
    [InlineData(30_000, 60_000)]
    [InlineData(50_000, 200_000)]
    [InlineData(70_000, 200_000)]
    [InlineData(300_000, 600_000)]
    public void No_power_of_ten_stands_at_the_very_end_of_the_axis(double highest, double end) =>
        SpectrumChart.EndOf(highest).ShouldBe(end, 1e-6);
}
