using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Analysis.Ladders;
using LoadHarness.Analysis.Simulation;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis.Ladders;

public sealed class LadderTests
{
    private static readonly MeasuringRules _rules = new() { MaxClients = 64, MaxWindows = 40 };

    private static readonly LevelValidity _generatorFull = LevelValidity.Of(
        [new ValidityIssue(ValidityCode.GeneratorCpu, ValidityGrade.Invalid, "97 % of its CPU used")]);

    [Fact]
    public void The_rungs_grow_by_half() =>
        Rungs.Of(_rules with { MaxClients = 100 }).ShouldBe([1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 100]);

    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(5, 13, "5 6 8 12 13")]
    [InlineData(8, 2, "8")]
    public void The_rungs_keep_to_their_ends(int min, int max, string rungs) =>
        string.Join(' ', Rungs.Of(_rules with { MinClients = min, MaxClients = max })).ShouldBe(rungs);

    [Fact]
    public void A_hard_limit_is_climbed_refined_and_confirmed()
    {
        var curve = new SimulatedCurve(n => Math.Min(n, 9.5) * 1000, cv: 0.01, seed: 1).Walk(_rules);
        curve.Visits.Where(v => v.Phase == LevelPhase.Ladder).Select(v => v.Clients)
            .ShouldBe([1, 2, 3, 4, 6, 8, 12, 16, 24]);
        curve.Visits.Where(v => v.Phase == LevelPhase.Refine).Select(v => v.Clients).ShouldBe([10, 9]);
        curve.Visits[^1].Phase.ShouldBe(LevelPhase.Confirm);
        curve.Visits[^1].Clients.ShouldBe(10);
        curve.Last!.Reason.ShouldStartWith("it levels out at 10 clients");
    }

    [Fact]
    public void A_server_that_is_flat_from_the_first_client_still_gets_six_levels()
    {
        var curve = new SimulatedCurve(_ => 500, cv: 0.02, seed: 2).Walk(_rules);
        curve.Visits.Where(v => v.Phase == LevelPhase.Ladder).Select(v => v.Clients).ShouldBe([1, 2, 3, 4, 6, 8]);
        curve.Visits.ShouldNotContain(v => v.Phase == LevelPhase.Refine);
        Plateau.Find(_rules, LevelEstimate.Of(curve.Visits))!.Clients.ShouldBe(1);
    }

    [Fact]
    public void A_server_that_falls_from_the_first_client_ends_the_ladder_too()
    {
        var curve = new SimulatedCurve(n => 1000 / (1 + 0.2 * n), cv: 0.02, seed: 3).Walk(_rules);
        curve.Visits.Where(v => v.Phase == LevelPhase.Ladder).Select(v => v.Clients).ShouldBe([1, 2, 3, 4, 6, 8]);
    }

    [Fact]
    public void A_start_that_grows_faster_than_clients_is_climbed()
    {
        var curve = new SimulatedCurve(n => Math.Min(1000 * Math.Pow(n, 1.6), 100_000), cv: 0.02, seed: 4).Walk(_rules);
        Plateau.Find(_rules, LevelEstimate.Of(curve.Visits))!.Clients.ShouldBeInRange(16, 24);
    }

    [Fact]
    public void A_server_that_keeps_growing_is_climbed_to_the_end()
    {
        var curve = new SimulatedCurve(n => 100 * n, cv: 0.05, seed: 5).Walk(_rules);
        curve.Visits.Select(v => v.Clients).ShouldBe(Rungs.Of(_rules));
        curve.Last!.Reason.ShouldContain("the highest level");
    }

    [Fact]
    public void A_full_generator_ends_the_ladder_when_more_clients_gain_nothing()
    {
        // The gain of each step stays just under its margin, but noise keeps the upper bound above it.
        var curve = new SimulatedCurve(
            n => Math.Min(n, 4) * 1000 * Math.Pow(Math.Max(1, n / 4.0), 0.08), cv: 0.4, seed: 6)
        {
            Validity = n => n >= 4 ? _generatorFull : LevelValidity.Valid,
        };
        var rules = _rules with { MaxWindows = 10, MaxClients = 10_000 };
        curve.Walk(rules).Visits.Max(v => v.Clients).ShouldBeLessThan(10_000);
        // Where an experiment will tell, the sign ends nothing.
        Ladder.Next(rules with { ChecksCauses = true }, curve.Visits).Stop.ShouldBeFalse();
    }

    [Fact]
    public void A_full_generator_does_not_end_the_ladder_while_throughput_grows()
    {
        var curve = new SimulatedCurve(n => 100 * n, cv: 0.01, seed: 7) { Validity = _ => _generatorFull }.Walk(_rules);
        curve.Visits.Max(v => v.Clients).ShouldBe(64);
    }

    [Fact]
    public void Fixed_levels_are_visited_in_order_and_nothing_else()
    {
        var curve = new SimulatedCurve(_ => 500, cv: 0.02, seed: 8).Walk(_rules with { Levels = [5, 1, 20] });
        curve.Visits.Select(v => v.Clients).ShouldBe([1, 5, 20]);
    }

    [Fact]
    public void A_server_that_answers_nothing_ends_the_ladder_at_once()
    {
        var curve = new SimulatedCurve(_ => 0, cv: 0, seed: 9).Walk(_rules);
        curve.Visits.Count.ShouldBe(1);
        curve.Last!.Reason.ShouldBe("no operation was completed");
    }

    [Fact]
    public void Restarts_repeat_the_levelled_out_point_and_its_neighbours()
    {
        var curve = new SimulatedCurve(n => Math.Min(n, 8) * 1000, cv: 0.01, seed: 10).Walk(_rules);
        Ladder.RepeatLevels(_rules, curve.Visits).ShouldBe([7, 8, 12]);
        var rising = new SimulatedCurve(n => 100 * n, cv: 0.01, seed: 11).Walk(_rules);
        Ladder.RepeatLevels(_rules, rising.Visits).ShouldBe([32, 48, 64]);
        var flat = new SimulatedCurve(_ => 100, cv: 0.01, seed: 12).Walk(_rules);
        Ladder.RepeatLevels(_rules, flat.Visits).ShouldBe([1, 2]);
    }

    [Fact]
    public void Where_throughput_falls_the_peak_is_measured_again_and_restarts_repeat_it_and_the_last_level()
    {
        var rules = _rules with { Confirm = false };
        var curve = new SimulatedCurve(n => n == 2 ? 1000 : 700, cv: 0.01, seed: 13).Walk(rules);
        (curve.Visits[^1].Phase, curve.Visits[^1].Clients).ShouldBe((LevelPhase.Confirm, 2));
        Ladder.RepeatLevels(_rules, curve.Visits).ShouldBe([2, curve.Visits.Max(v => v.Clients)]);
    }

    /// <summary>
    /// Any curve whatever, also absurd ones: every rung once, two refinements and a confirmation at most.
    /// </summary>
    [Fact]
    public void The_ladder_always_ends()
    {
        var curves = Gen.ArrayOf(Gen.Choose(0, 1000), 65);
        Prop.ForAll(curves.ToArbitrary(), Gen.Choose(0, 60).ToArbitrary(), (heights, noise) =>
        {
            var rules = _rules with { MaxWindows = 12 };
            var curve = new SimulatedCurve(n => heights[n], noise / 100.0, noise).Walk(rules);
            curve.Visits.Count.ShouldBeLessThanOrEqualTo(Rungs.Of(rules).Count + rules.RefineLevels + 1);
            curve.Visits.ShouldAllBe(v => v.Clients >= 1 && v.Clients <= 64);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }
}
