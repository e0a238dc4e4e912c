using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Tests.Analysis.Statistics;

public sealed class HolmTests
{
    /// <summary>By hand: 4·0.005, 3·0.01, 2·0.03, then not below the one before.</summary>
    [Fact]
    public void Each_p_is_raised_by_the_tests_that_are_left() =>
        Holm.Adjust([0.01, 0.04, 0.03, 0.005]).ShouldBe([0.03, 0.06, 0.06, 0.02], 1e-12);

    [Fact]
    public void One_test_stays_what_it_is() => Holm.Adjust([0.2]).ShouldBe([0.2]);

    [Fact]
    public void No_p_goes_above_one() => Holm.Adjust([0.5, 0.9]).ShouldBe([1, 1]);

    [Fact]
    public void What_could_not_be_tested_does_not_count() =>
        Holm.Adjust([double.NaN, 0.01, double.NaN]).ShouldBe([double.NaN, 0.01, double.NaN]);
}
