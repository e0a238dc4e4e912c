using LoadHarness.Experiments.Progress;

namespace LoadHarness.Tests.Experiments.Progress;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData(-3, "0 s")]
    [InlineData(0.4, "0 s")]
    [InlineData(59.4, "59 s")]
    [InlineData(59.6, "1 min")]
    [InlineData(340, "5 min 40 s")]
    [InlineData(3600, "1 h")]
    [InlineData(13_500, "3 h 45 min")]
    [InlineData(200_000, "55 h 33 min")]
    public void A_duration_is_worded_in_its_two_largest_units(double length_s, string text) =>
        DurationText.Of(length_s).ShouldBe(text);
}
