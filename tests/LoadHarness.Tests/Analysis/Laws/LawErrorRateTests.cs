using LoadHarness.Analysis.Laws;
using MathNet.Numerics.Distributions;

namespace LoadHarness.Tests.Analysis.Laws;

/// <summary>How often the right law is chosen from noisy levels: seeded, so that counts stay the same.</summary>
public sealed class LawErrorRateTests
{
    private const int Trials = 100;
    private const double Noise = 0.02;

    public static TheoryData<ScalingLaw> Families =>
        [new HingeLaw(1000, 8), new ContentionLaw(1000, 0.05), new UniversalLaw(1000, 0.03, 0.0005)];

    [Theory]
    [MemberData(nameof(Families))]
    public void The_right_law_is_chosen_nine_times_in_ten(ScalingLaw law)
    {
        var right = Enumerable.Range(1, Trials)
            .Count(seed => LawChooser.Choose(Noisy(law, seed))!.Best.Kind == law.Kind);
        right.ShouldBeGreaterThanOrEqualTo(90);
    }

    [Fact]
    public void A_hard_limit_is_not_read_as_a_fall()
    {
        var falls = Enumerable.Range(1, Trials)
            .Count(seed => LawChooser.Choose(Noisy(new HingeLaw(1000, 8), seed))!.Best.Kind == LawKind.Universal);
        falls.ShouldBeLessThanOrEqualTo(2);
    }

    private static IReadOnlyList<LawPoint> Noisy(ScalingLaw law, int seed)
    {
        var normal = new Normal(0, Noise, new Random(seed));
        return [.. Ladder.Clients.Select(n => new LawPoint(n, law.Throughput_per_s(n) * Math.Exp(normal.Sample())))];
    }
}
