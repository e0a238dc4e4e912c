using LoadHarness.Analysis.Laws;

namespace LoadHarness.Tests.Analysis.Laws;

public sealed class LawFitterTests
{
    public static TheoryData<ScalingLaw> Laws =>
    [
        new HingeLaw(1000, 8),
        new HingeLaw(3.5, 20.5),
        new SmoothHingeLaw(1000, 8, 2.5),
        new SmoothHingeLaw(100, 30, 1.3),
        new ContentionLaw(1000, 0.05),
        new ContentionLaw(10, 0.3),
        new UniversalLaw(1000, 0.05, 0.001),
        new UniversalLaw(90, 0.02, 0.0001),
    ];

    [Theory]
    [MemberData(nameof(Laws))]
    public void A_law_is_found_again_from_its_own_values(ScalingLaw law)
    {
        var fit = LawFitter.Fit(law.Kind, Values(law));
        fit.Law.PerClient_per_s.ShouldBe(law.PerClient_per_s, 1e-3 * law.PerClient_per_s);
        fit.Law.KneeClients.ShouldBe(law.KneeClients, 1e-3 * law.KneeClients);
        fit.Law.Ceiling_per_s.ShouldBe(law.Ceiling_per_s, 1e-3 * law.Ceiling_per_s);
        fit.TypicalResidual.ShouldBeLessThan(1e-3);
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void The_law_of_the_values_is_the_one_chosen(ScalingLaw law)
    {
        var choice = LawChooser.Choose(Values(law)).ShouldNotBeNull();
        choice.Best.Kind.ShouldBe(law.Kind);
        choice.Weights.Sum().ShouldBe(1, 1e-9);
        choice.IsDecisive.ShouldBeTrue();
    }

    [Fact]
    public void Five_levels_are_too_few_for_a_law() =>
        LawChooser.Choose([.. Values(new HingeLaw(1, 4)).Take(5)]).ShouldBeNull();

    [Fact]
    public void A_level_with_a_wide_error_weighs_little()
    {
        var levels = Values(new ContentionLaw(1000, 0.1)).Select(level => level with { LogError = 0.001 }).ToList();
        var wrong = levels[5].Throughput_per_s / 2;
        var sure = LawFitter.Fit(LawKind.Contention, Replaced(levels, 5, wrong, 0.001)).Law;
        var unsure = LawFitter.Fit(LawKind.Contention, Replaced(levels, 5, wrong, 1)).Law;
        unsure.Ceiling_per_s.ShouldBe(10_000, 50);
        Math.Abs(sure.Ceiling_per_s - 10_000).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Levels_at_which_wake_ups_are_still_amortised_are_left_out()
    {
        LawPoint[] levels = [new(1, 10), new(2, 30), new(3, 57), new(4, 79), new(6, 80)];
        LawChooser.FromFullEfficiency(levels).Select(level => level.Clients).ShouldBe([3, 4, 6]);
        LawChooser.FromFullEfficiency([]).ShouldBeEmpty();
    }

    private static IReadOnlyList<LawPoint> Values(ScalingLaw law) =>
        [.. Ladder.Clients.Select(n => new LawPoint(n, law.Throughput_per_s(n)))];

    private static IReadOnlyList<LawPoint> Replaced(
        IEnumerable<LawPoint> levels, int index, double throughput_per_s, double error) =>
        [.. levels.Select((level, i) => i == index
            ? new LawPoint(level.Clients, throughput_per_s, error)
            : level)];
}
