using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Tests.Analysis.Statistics;

public sealed class StartSpreadTests
{
    /// <summary>ln X: 0 and 2 (squares 2), 1 and 2 and 3 (squares 2), over 1 + 2 degrees of freedom.</summary>
    [Fact]
    public void Levels_share_their_starts_so_they_add_no_degrees_of_freedom()
    {
        var spread = StartSpread.Of([[1, Math.Exp(2)], [Math.E, Math.Exp(2), Math.Exp(3)], [5]]);
        spread.Variance.ShouldBe(4.0 / 3, 1e-12);
        spread.DegreesOfFreedom.ShouldBe(2);
    }

    [Fact]
    public void A_model_started_once_tells_nothing()
    {
        StartSpread.Of([[100], [200]]).DegreesOfFreedom.ShouldBe(0);
        StartSpread.Expected([StartSpread.Of([[100]])]).ShouldBe(StartSpread.Usual);
        StartSpread.Expected([]).ShouldBe(StartSpread.Usual);
    }

    [Fact]
    public void Other_models_can_raise_what_is_expected_and_never_lower_it()
    {
        StartSpread.Expected([new(0.04, 1), new(0.01, 2)]).ShouldBe(Math.Sqrt(0.02), 1e-12);
        StartSpread.Expected([new(1e-6, 2), new(1e-6, 2)]).ShouldBe(StartSpread.Usual);
    }
}
