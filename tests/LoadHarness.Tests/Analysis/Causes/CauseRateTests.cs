using LoadHarness.Analysis.Causes;

namespace LoadHarness.Tests.Analysis.Causes;

/// <summary>
/// How often extra work finds the right limit on pairs whose truth is known (docs/METHOD.md A.9).
/// </summary>
public sealed class CauseRateTests
{
    private const int Trials = 400;

    [Theory]
    [InlineData(0.02, 0.99)]
    [InlineData(0.05, 0.90)]
    [InlineData(0.10, 0.80)]
    public void A_full_generator_is_found_and_the_server_is_never_blamed(double cv, double found)
    {
        var limits = Ask(server_per_s: 2000, generator_per_s: 1000, cv);

        Share(limits, LimitKind.Client).ShouldBeGreaterThanOrEqualTo(found);
        Share(limits, LimitKind.Server).ShouldBeLessThanOrEqualTo(0.01);
    }

    [Theory]
    [InlineData(0.02, 0.99)]
    [InlineData(0.05, 0.95)]
    [InlineData(0.10, 0.95)]
    public void A_server_is_found_where_the_generator_has_a_third_to_spare(double cv, double found)
    {
        var limits = Ask(server_per_s: 1000, generator_per_s: 1330, cv);

        Share(limits, LimitKind.Server).ShouldBeGreaterThanOrEqualTo(found);
        Share(limits, LimitKind.Client).ShouldBeLessThanOrEqualTo(0.01);
    }

    [Fact]
    public void A_server_is_found_where_the_generator_has_only_a_tenth_to_spare() =>
        Share(Ask(server_per_s: 1000, generator_per_s: 1100, cv: 0.02), LimitKind.Server)
            .ShouldBeGreaterThanOrEqualTo(0.99);

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.05)]
    [InlineData(0.10)]
    public void A_generator_with_a_twentieth_to_spare_is_seldom_called_the_limit(double cv) =>
        Share(Ask(server_per_s: 1000, generator_per_s: 1050, cv), LimitKind.Client).ShouldBeLessThanOrEqualTo(0.1);

    [Theory]
    [InlineData(0.03)]
    [InlineData(0.10)]
    public void Noise_that_lasts_as_long_as_a_visit_seldom_turns_the_answer_round(double visitCv)
    {
        Share(Ask(2000, 1000, cv: 0.02, visitCv), LimitKind.Server).ShouldBeLessThanOrEqualTo(0.05);
        Share(Ask(1000, 1330, cv: 0.02, visitCv), LimitKind.Client).ShouldBeLessThanOrEqualTo(0.05);
    }

    private static List<LimitKind> Ask(
        double server_per_s, double generator_per_s, double cv, double visitCv = 0) =>
    [
        .. Enumerable.Range(0, Trials).Select(seed =>
            CauseAnalyser.Of(
                new SimulatedGenerator(server_per_s, generator_per_s, cv, seed, visitCv).Ask()).Limit),
    ];

    private static double Share(List<LimitKind> limits, LimitKind limit) =>
        limits.Count(one => one == limit) / (double)limits.Count;
}
