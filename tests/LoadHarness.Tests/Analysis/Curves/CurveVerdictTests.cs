using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Ladders;
using LoadHarness.Analysis.Simulation;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;
using LoadHarness.Tests.Analysis.Causes;

namespace LoadHarness.Tests.Analysis.Curves;

public sealed class CurveVerdictTests
{
    private static readonly MeasuringRules _rules = new() { MaxClients = 64, MaxWindows = 40 };

    private static readonly LevelValidity _generatorFull = LevelValidity.Of(
        [new ValidityIssue(ValidityCode.GeneratorCpu, ValidityGrade.Invalid, "97 % of its CPU used")]);

    private static readonly LevelValidity _errors = LevelValidity.Of(
        [new ValidityIssue(ValidityCode.WrongAnswers, ValidityGrade.Invalid, "4 wrong answers")]);

    [Fact]
    public void A_hard_limit_levels_out_with_the_pooled_mean()
    {
        var verdict = Decide(Walk(n => 1000.0 * Math.Min(n, 8)));
        verdict.Kind.ShouldBe(VerdictKind.LevelsOut);
        verdict.Clients.ShouldBe(8);
        verdict.Capacity.Contains(8000).ShouldBeTrue();
        verdict.Capacity.Basis.ShouldBe(IntervalBasis.Windows);
        verdict.Starts.ShouldBe(1);
        verdict.IsLowerBound.ShouldBeFalse();
    }

    [Fact]
    public void With_restarts_the_interval_is_over_restarts()
    {
        var verdict =
            Decide(Walk(n => 1000.0 * Math.Min(n, 8)), [Repeat(8, 7600), Repeat(12, 7700)],
                [Repeat(8, 8300), Repeat(12, 8500)]);
        verdict.Starts.ShouldBe(3);
        verdict.Capacity.Basis.ShouldBe(IntervalBasis.Restarts);
        verdict.Capacity.Count.ShouldBe(3);
        verdict.Restarts.Select(r => r.Throughput_per_s).Skip(1).ShouldBe([7650, 8400], 1.0);
        verdict.StartCv.ShouldBeInRange(0.04, 0.06);
        verdict.Capacity.RelativeHalfWidth.ShouldBeGreaterThan(0.05);
    }

    [Fact]
    public void A_rising_server_is_still_rising_and_a_lower_bound()
    {
        var verdict = Decide(Walk(n => 100.0 * n));
        verdict.Kind.ShouldBe(VerdictKind.StillRising);
        verdict.Clients.ShouldBe(64);
        verdict.IsLowerBound.ShouldBeTrue();
    }

    [Fact]
    public void A_server_that_collapses_falls_from_its_peak()
    {
        var verdict = Decide(Walk(n => 1000 * n / (1 + 0.02 * (n - 1) + 0.02 * n * (n - 1))));
        verdict.Kind.ShouldBe(VerdictKind.Falls);
        verdict.Clients.ShouldBeInRange(6, 8);
    }

    [Fact]
    public void A_peak_that_later_starts_do_not_bear_out_is_no_fall()
    {
        static double Throughput(int n) => 1000 * n / (1 + 0.02 * (n - 1) + 0.02 * n * (n - 1));
        var walk = Walk(Throughput);
        var peak = Decide(walk).Clients;
        var last = walk.Max(visit => visit.Clients);
        Decide(walk, [Repeat(peak, Throughput(peak))], [Repeat(peak, Throughput(peak))])
            .Kind.ShouldBe(VerdictKind.Falls);
        Decide(walk, [Repeat(peak, Throughput(last))], [Repeat(peak, 0.9 * Throughput(last))])
            .Kind.ShouldBe(VerdictKind.LevelsOut);
    }

    [Fact]
    public void A_fall_is_not_said_before_the_peak_was_measured_again_behind_it()
    {
        var drifting = Walk(n => n < 4 ? 1000 : 700).Where(visit => visit.Phase == LevelPhase.Ladder).ToList();
        var peak = drifting.MaxBy(visit => visit.Windows_per_s.Average())!.Clients;
        Decide(drifting).Kind.ShouldBe(VerdictKind.LevelsOut);
        Decide([.. drifting, Confirmed(690)]).Kind.ShouldBe(VerdictKind.LevelsOut);
        Decide([.. drifting, Confirmed(1000)]).Kind.ShouldBe(VerdictKind.Falls);

        LevelPoint Confirmed(double throughput_per_s) =>
            Repeat(peak, throughput_per_s) with { Phase = LevelPhase.Confirm };
    }

    [Fact]
    public void A_slight_certain_decline_is_levelling_out() =>
        Decide(Walk(n => 8000 * Math.Min(n / 8.0, 1) * (1 - 0.0005 * n), cv: 0.005)).Kind.ShouldBe(
            VerdictKind.LevelsOut);

    [Fact]
    public void A_full_generator_at_the_plateau_gives_a_lower_bound()
    {
        var verdict =
            Decide(Walk(n => 1000.0 * Math.Min(n, 8), validity: n => n >= 8 ? _generatorFull : LevelValidity.Valid));
        verdict.Kind.ShouldBe(VerdictKind.ClientLimited);
        verdict.Capacity.Estimate.ShouldBe(8000, 200);
        verdict.Reason.ShouldContain("97 % of its CPU used");
    }

    [Fact]
    public void A_busy_generator_that_is_shown_not_to_be_the_limit_does_not_spoil_the_plateau()
    {
        var busy = Walk(
            n => 1000.0 * Math.Min(n, 8), validity: n => n >= 8 ? _generatorFull : LevelValidity.Valid,
            rules: _rules with { ChecksCauses = true });
        var verdict = Decide(busy, new CauseAnalysis { Limit = LimitKind.Server });
        verdict.Kind.ShouldBe(VerdictKind.LevelsOut);
        verdict.Limit.ShouldBe(LimitKind.Server);
        Decide(busy, new CauseAnalysis { Limit = LimitKind.Undecided }).Kind.ShouldBe(VerdictKind.ClientLimited);
    }

    [Fact]
    public void A_plateau_that_is_shown_to_be_the_generators_is_a_lower_bound()
    {
        var cause = CauseAnalyser.Of(new SimulatedGenerator(20_000, 8000, 0.01, 1).Ask());
        var verdict = Decide(Walk(n => 1000.0 * Math.Min(n, 8)), cause);
        verdict.Kind.ShouldBe(VerdictKind.ClientLimited);
        verdict.Limit.ShouldBe(LimitKind.Client);
        verdict.IsLowerBound.ShouldBeTrue();
        verdict.Reason.ShouldContain("20 % more work for it cost 1");
    }

    [Fact]
    public void A_lagging_generator_at_one_client_does_not_spoil_a_sequential_server()
    {
        var verdict = Decide(Walk(_ => 8000, validity: n => n == 1 ? _generatorFull : LevelValidity.Valid));
        verdict.Kind.ShouldBe(VerdictKind.LevelsOut);
        verdict.Clients.ShouldBe(1);
        verdict.Reason.ShouldContain("1 of its levels failed");
    }

    [Fact]
    public void A_plateau_of_levels_with_wrong_answers_is_undecided()
    {
        var verdict = Decide(Walk(n => 1000.0 * Math.Min(n, 8), validity: n => n >= 6 ? _errors : LevelValidity.Valid));
        verdict.Kind.ShouldBe(VerdictKind.Undecided);
        verdict.Cause.ShouldBe(UndecidedCause.Invalid);
    }

    [Fact]
    public void A_ladder_cut_by_the_budget_is_undecided_and_so_is_an_interrupted_one()
    {
        var visits = Walk(n => 1000.0 * n).Take(4).ToList();
        Decide(visits).Cause.ShouldBe(UndecidedCause.Budget);
        Decide(visits, RunState.Interrupted).Cause.ShouldBe(UndecidedCause.Interrupted);
    }

    [Fact]
    public void Noise_that_hides_the_last_step_is_undecided()
    {
        IReadOnlyList<double> wild = [.. Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? 200.0 : 1800.0)];
        IReadOnlyList<double> wilder = [.. wild.Select(w => 1.1 * w)];
        var verdict = CurveVerdict.Decide(Reading(
            _rules with { MaxClients = 2 },
            [Point(1, wild), Point(2, wilder)]));
        verdict.Cause.ShouldBe(UndecidedCause.Noise);
    }

    [Fact]
    public void One_flat_step_at_the_top_is_not_enough()
    {
        var verdict =
            Decide(Walk(n => 1000.0 * Math.Min(n, 2), rules: _rules with { MaxClients = 3 }),
                rules: _rules with { MaxClients = 3 });
        verdict.Cause.ShouldBe(UndecidedCause.Range);
    }

    [Fact]
    public void A_server_that_answers_nothing_has_no_data() =>
        Decide(Walk(_ => 0)).Cause.ShouldBe(UndecidedCause.NoData);

    /// <summary>
    /// 200 servers at 5 % noise: the verdict is right, and 95 % of the within-run intervals hold the truth.
    /// </summary>
    [Fact]
    public void Intervals_hold_the_true_capacity()
    {
        var verdicts =
            Enumerable.Range(0, 200).Select(seed => Decide(Walk(n => 1000.0 * Math.Min(n, 8), cv: 0.05, seed: seed)))
                .ToList();
        verdicts.Count(v => v.Kind == VerdictKind.LevelsOut).ShouldBeGreaterThanOrEqualTo(190);
        verdicts.Count(v => v.Capacity.Contains(8000)).ShouldBeGreaterThanOrEqualTo(180);
    }

    private static List<LevelPoint> Walk(
        Func<int, double> truth, double cv = 0.02, int seed = 1, Func<int, LevelValidity>? validity = null,
        MeasuringRules? rules = null) =>
        new SimulatedCurve(truth, cv, seed) { Validity = validity ?? (_ => LevelValidity.Valid) }.Walk(
            rules ?? _rules).Visits;

    private static LevelPoint Repeat(int clients, double throughput) =>
        new(clients, LevelPhase.Repeat, [.. Enumerable.Range(0, 10).Select(i => throughput + i % 2)],
            LevelValidity.Valid);

    private static LevelPoint Point(int clients, IReadOnlyList<double> windows) =>
        new(clients, LevelPhase.Ladder, windows, LevelValidity.Valid);

    private static Verdict Decide(IReadOnlyList<LevelPoint> first, params LevelPoint[][] restarts)
    {
        var starts =
            restarts.Prepend([.. first]).Index().ToDictionary(s => s.Index, IReadOnlyList<LevelPoint> (s) => s.Item);
        return CurveVerdict.Decide(new CurveReading(_rules, RunState.Complete, starts));
    }

    private static Verdict Decide(
        IReadOnlyList<LevelPoint> first, RunState state = RunState.Complete, MeasuringRules? rules = null) =>
        CurveVerdict.Decide(Reading(rules ?? _rules, first, state));

    private static Verdict Decide(IReadOnlyList<LevelPoint> first, CauseAnalysis cause) =>
        CurveVerdict.Decide(Reading(_rules, first) with { Cause = cause });

    private static CurveReading Reading(
        MeasuringRules rules, IReadOnlyList<LevelPoint> first, RunState state = RunState.Complete) =>
        new(rules, state, new Dictionary<int, IReadOnlyList<LevelPoint>> { [0] = first });
}
