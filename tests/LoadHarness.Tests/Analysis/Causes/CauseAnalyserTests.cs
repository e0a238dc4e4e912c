using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Simulation;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis.Causes;

public sealed class CauseAnalyserTests
{
    private static readonly MeasuringRules _rules = new() { MaxClients = 64, MaxWindows = 40 };

    [Fact]
    public void A_run_that_did_not_ask_does_not_know()
    {
        CauseAnalyser.Of([]).Limit.ShouldBe(LimitKind.NotTested);
        CauseAnalyser.Of([Pair().Visit(0, LevelPhase.Confirm)]).ShouldBe(CauseAnalysis.None);
    }

    [Fact]
    public void Much_less_than_the_ceiling_with_an_idle_generator_is_the_servers_limit()
    {
        var cause = CauseAnalyser.Of([Pair().Visit(0), Ceiling(2000)]);

        (cause.Limit, cause.Proof).ShouldBe((LimitKind.Server, LimitProof.Ceiling));
        cause.CeilingShare.ShouldBe(0.5, 0.03);
        cause.GeneratorShare.ShouldBe(0.5, 1e-9);
        cause.Clients.ShouldBe(16);
    }

    [Theory]
    [InlineData(0.65, 0.75)] // the generator's own client costs more than the null server's
    [InlineData(0.75, 0.65)] // too near to the ceiling
    public void The_ceiling_is_no_proof_without_headroom_on_both_sides(double ofCeiling, double ofCpu)
    {
        var plain = new SimulatedGenerator(1000, 1000 / ofCpu, 0.01, 1).Visit(0);

        CauseAnalyser.Of([plain, Ceiling(1000 / ofCeiling)]).Limit.ShouldBe(LimitKind.Undecided);
        CauseAnalyser.Of([plain, Ceiling(1000 / 0.6)]).Limit
            .ShouldBe(ofCpu > 0.7 ? LimitKind.Undecided : LimitKind.Server);
    }

    [Fact]
    public void A_generator_that_loses_in_step_is_the_limit_whatever_the_ceiling()
    {
        var full = new SimulatedGenerator(5000, 1000, 0.01, 1);
        var cause = CauseAnalyser.Of([.. full.Ask(), Ceiling(9000)]);

        (cause.Limit, cause.Proof).ShouldBe((LimitKind.Client, LimitProof.ExtraWork));
        cause.Doses.Select(dose => dose.Share).ShouldBe([0.1, 0.2], 0.01);
        cause.Doses[1].LostShare.ShouldBe(1 - 1 / 1.2, 0.02);
    }

    [Theory]
    [InlineData(5000, 1000, LimitKind.Client)]
    [InlineData(1000, 1500, LimitKind.Server)]
    public void One_thread_more_shows_who_is_the_limit(double server_per_s, double generator_per_s, LimitKind limit)
    {
        var pair = new SimulatedGenerator(server_per_s, generator_per_s, 0.01, 1);
        var cause = CauseAnalyser.Of(
            [pair.Visit(0), pair.Visit(0, threads: 2), pair.Visit(0, threads: 2), pair.Visit(0)]);

        (cause.Limit, cause.Proof).ShouldBe((limit, LimitProof.MoreGenerators));
    }

    [Fact]
    public void Work_that_the_scenario_adds_all_the_time_is_no_dose()
    {
        var pair = new SimulatedGenerator(5000, 1000, 0.01, 1);
        var slowed = pair.Ask().Select(visit => visit with
        {
            ExtraWork_ns = visit.ExtraWork_ns + 500_000,
        });

        CauseAnalyser.Of(slowed).Doses.Select(dose => dose.Share).ShouldBe([0.1, 0.2], 0.01);
    }

    [Fact]
    public void A_visit_that_failed_its_checks_leaves_it_undecided()
    {
        var visits = new SimulatedGenerator(5000, 1000, 0.01, 1).Ask();
        var cause = CauseAnalyser.Of(visits.Select((visit, i) => visit with { IsSound = i != 2 }));

        cause.Limit.ShouldBe(LimitKind.Undecided);
        cause.UnsoundVisits.ShouldBe(1);
    }

    [Fact]
    public void It_is_asked_in_the_middle_of_the_plateau_or_at_the_peak()
    {
        static double Falling(int n) => 1000 * n / (1 + 0.02 * (n - 1) + 0.02 * n * (n - 1));
        var flat = new SimulatedCurve(n => 1000.0 * Math.Min(n, 8), 0.02, 1).Walk(_rules).Visits;
        var falling = new SimulatedCurve(Falling, 0.02, 1).Walk(_rules).Visits;
        var rising = new SimulatedCurve(n => 100.0 * n, 0.02, 1).Walk(_rules).Visits;

        CauseLevel.Of(_rules, flat).ShouldBe(12);
        CauseLevel.Of(_rules, falling).ShouldNotBeNull().ShouldBeInRange(6, 8);
        CauseLevel.Of(_rules, rising).ShouldBeNull();
        CauseLevel.Of(_rules, []).ShouldBeNull();
    }

    [Fact]
    public void A_visit_is_read_from_what_was_stored()
    {
        var key = new RunKey("null", "epoll", "exchange", 0, LevelPhase.Cause, 4, 9);
        var row = new LevelRow
        {
            Key = key,
            Operation = "exchange",
            Operations = 100,
            Sent_bytes = 500,
            Received_bytes = 2000,
            ExtraWork_ns = 700,
            GeneratorThreads = 1,
            Validity = "invalid: generator-cpu (97 % of its CPU used)",
        };
        WindowRow Window(int operations, WindowState state) => new()
        {
            Key = key,
            Length_s = 0.5,
            Operations = operations,
            GeneratorCpu_s = 0.4,
            State = state,
        };
        var visit = CauseVisit.Of(
            row,
            [Window(9, WindowState.Warmup), Window(40, WindowState.Kept), Window(60, WindowState.Kept)],
            new ResourceRow { Key = key, Process = "generator", BusiestThreadShare = 0.8 });

        visit.Windows_per_s.ShouldBe([80, 120]);
        visit.GeneratorCpu_ns.ShouldBe(8e6, 1);
        (visit.Request_bytes, visit.Response_bytes, visit.GeneratorShare).ShouldBe((5, 20, 0.8));
        (visit.ExtraWork_ns, visit.GeneratorThreads, visit.Clients).ShouldBe((700, 1, 4));
        visit.IsSound.ShouldBeTrue();
        CauseVisit.Of(row with { Validity = "invalid: wrong-answers (1 wrong answers)" }, [], null)
            .IsSound.ShouldBeFalse();
    }

    private static SimulatedGenerator Pair() => new(1000, 2000, 0.01, 1);

    private static CauseVisit Ceiling(double throughput_per_s) =>
        new SimulatedGenerator(throughput_per_s, 1e6, 0.01, 2).Visit(0, LevelPhase.Ceiling);
}
