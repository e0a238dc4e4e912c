using LoadHarness.Analysis.Laws;
using MathNet.Numerics.Distributions;

namespace LoadHarness.Tests.Analysis.Laws;

public sealed class LawBootstrapTests
{
    [Fact]
    public void The_intervals_hold_knee_and_ceiling()
    {
        var spread = Spread(LawKind.Hinge, Levels(new HingeLaw(1000, 10), noise: 0.03, seed: 1));
        spread.KneeClients.Contains(10).ShouldBeTrue();
        spread.Ceiling_per_s.Contains(10_000).ShouldBeTrue();
        spread.Ceiling_per_s.RelativeHalfWidth.ShouldBeLessThan(0.05);
    }

    [Fact]
    public void More_noise_makes_them_wider()
    {
        var calm = Spread(LawKind.Hinge, Levels(new HingeLaw(1000, 10), noise: 0.01, seed: 1));
        var wild = Spread(LawKind.Hinge, Levels(new HingeLaw(1000, 10), noise: 0.2, seed: 1));
        wild.Ceiling_per_s.RelativeHalfWidth.ShouldBeGreaterThan(2 * calm.Ceiling_per_s.RelativeHalfWidth);
    }

    [Fact]
    public void The_same_levels_give_the_same_intervals()
    {
        var levels = Levels(new UniversalLaw(1000, 0.05, 0.001), noise: 0.02, seed: 3);
        var (one, other) = (Spread(LawKind.Universal, levels), Spread(LawKind.Universal, levels));
        one.Parameters.ShouldBe(other.Parameters);
        (one.KneeClients, one.Ceiling_per_s).ShouldBe((other.KneeClients, other.Ceiling_per_s));
    }

    [Fact]
    public void Every_parameter_has_an_interval_that_holds_the_truth()
    {
        var law = new UniversalLaw(1000, 0.05, 0.001);
        var spread = Spread(LawKind.Universal, Levels(law, noise: 0.02, seed: 3));
        spread.Parameters.Select(parameter => parameter.Symbol).ShouldBe(["g", "a", "b"]);
        foreach (var (parameter, truth) in spread.Parameters.Zip(law.Parameters))
            parameter.Value.Contains(truth.Value).ShouldBeTrue(parameter.Symbol);
    }

    private static LawSpread Spread(LawKind kind, IReadOnlyList<LawLevel> levels) =>
        LawBootstrap.Of(LawFitter.Fit(kind, [.. levels.Select(level => level.ToPoint())]), levels);

    private static IReadOnlyList<LawLevel> Levels(ScalingLaw law, double noise, int seed)
    {
        var normal = new Normal(0, noise, new Random(seed));
        return [.. Ladder.Clients.Select(n => new LawLevel(
            n, [.. Enumerable.Range(0, 20).Select(_ => law.Throughput_per_s(n) * (1 + normal.Sample()))]))];
    }
}
