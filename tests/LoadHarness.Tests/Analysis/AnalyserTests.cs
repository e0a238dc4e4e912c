using LoadHarness.Analysis;
using LoadHarness.Analysis.Comparing;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Findings;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis;

public sealed class AnalyserTests
{
    private static readonly SimulatedServer _select = new("select", n => 2500.0 * Math.Min(n, 8)) { Cpu_us = _ => 48 };

    [Fact]
    public void A_curve_is_merged_over_its_visits_and_starts()
    {
        var analysis = Analyser.Analyse(new SimulatedRun().Add(_select).ToRun());
        var curve = analysis.Curves.ShouldHaveSingleItem();
        curve.Key.ShouldBe(new CurveKey("hashtable", "select", "insert"));
        curve.Verdict.Kind.ShouldBe(VerdictKind.LevelsOut);
        curve.Verdict.Clients.ShouldBe(8);
        curve.Verdict.Starts.ShouldBe(3);
        var level = curve.At(8).ShouldNotBeNull();
        level.Starts.ShouldBe(3);
        level.Phases.ShouldBe([LevelPhase.Ladder, LevelPhase.Confirm, LevelPhase.Repeat, LevelPhase.Repeat]);
        level.Throughput.Basis.ShouldBe(IntervalBasis.Restarts);
        level.Latency.P50_us.ShouldBe(400, 8);
        level.Latency.P99_us.ShouldBe(400, 8);
        level.Resources.SutUtilisation.ShouldBe(0.96, 0.02);
        level.Resources.SutCpuPerOperation_us.ShouldBe(48, 1e-6);
        level.Resources.VoluntarySwitchesPerOperation.ShouldBe(2, 1e-9);
        level.Efficiency.ShouldBe(1, 0.03);
        curve.Knees.Asymptotes.ShouldBe(8, 0.3);
        curve.Knees.Power.ShouldBe(8);
        curve.Knees.Plateau.ShouldBe(curve.Verdict.Clients);
        curve.Knees.Geometric.ShouldBe(8);
        curve.Knees.Law.ShouldBe(8, 0.3);
        curve.Knees.Breakdown.ShouldBe(0);
    }

    [Fact]
    public void Models_that_differ_are_ranked_with_what_goes_with_it()
    {
        var slow = new SimulatedServer("threaded", n => 2500.0 * Math.Min(n, 4)) { Cpu_us = _ => 96 };
        var analysis = Analyser.Analyse(new SimulatedRun().Add(slow).Add(_select).ToRun());
        analysis.Comparisons.Select(c => (c.Curve.Model, c.Verdict)).ShouldBe(
            [("select", ComparisonVerdict.Best), ("threaded", ComparisonVerdict.Slower)]);
        analysis.Comparisons[1].Ratio.Contains(0.5).ShouldBeTrue();
        analysis.Comparisons[1].CpuPerOperationRatio.ShouldBe(2, 1e-6);
        analysis.Comparisons[1].Starts.ShouldBe(3);
        var cause = Find(analysis, FindingCode.ModelDifferenceCause);
        cause.Notes.ShouldBe(["cpu_per_operation_us"]);
        cause.Number("cpu_per_operation_us", "threaded").ShouldBe(96, 1e-6);
        Find(analysis, FindingCode.ModelsDiffer).Number("ratio", "threaded").ShouldBe(0.5, 0.02);
    }

    [Fact]
    public void What_is_expected_of_the_starts_of_a_model_comes_from_the_other_models()
    {
        var random = new Random(5);
        var unsteady = new SimulatedServer("threaded", n => 2500 * Math.Min(n, 8) * (0.1 + 1.8 * random.NextDouble()));
        var curves = Analyser.Analyse(new SimulatedRun().Add(_select).Add(unsteady).ToRun()).Curves;
        curves[0].Verdict.ExpectedStartCv.ShouldBeGreaterThan(0.07);
        curves[1].Verdict.ExpectedStartCv.ShouldBe(StartSpread.Usual);
    }

    [Fact]
    public void Alike_models_are_not_told_apart()
    {
        var run = new SimulatedRun { Rules = new MeasuringRules { MaxClients = 16, MaxWindows = 60 } };
        var twin = _select with { Model = "epoll" };
        var analysis = Analyser.Analyse(run.Add(_select, 4).Add(twin, 4).ToRun());
        analysis.Comparisons[1].Verdict.ShouldBe(ComparisonVerdict.Same);
        analysis.Comparisons[1].MannWhitneyP.ShouldBeGreaterThan(0.008);
        analysis.Findings.ShouldContain(f => f.Code == FindingCode.ModelsAlike);
    }

    [Fact]
    public void A_lower_bound_is_never_called_slower_but_is_enough_to_call_another_slower()
    {
        var full = LevelValidity.Of([new ValidityIssue(ValidityCode.GeneratorCpu, ValidityGrade.Invalid, "99 %")]);
        var limited = _select with { Validity = n => n >= 6 ? full : LevelValidity.Valid };
        var slow = new SimulatedServer("threaded", n => 2500.0 * Math.Min(n, 4));
        var best = Analyser.Analyse(new SimulatedRun().Add(limited).Add(slow).ToRun());
        best.Curves[0].Verdict.Kind.ShouldBe(VerdictKind.ClientLimited);
        best.Comparisons[1].Verdict.ShouldBe(ComparisonVerdict.Slower);
        var fast = new SimulatedServer("epoll", n => 2500.0 * Math.Min(n, 16));
        var other = Analyser.Analyse(new SimulatedRun().Add(limited).Add(fast).ToRun());
        other.Comparisons[1].Verdict.ShouldBe(ComparisonVerdict.Undecided);
        other.Comparisons[1].Reason.ShouldContain("only a lower bound");
    }

    [Fact]
    public void A_full_server_is_called_cpu_bound_with_its_ceiling()
    {
        var finding = Find(Analyser.Analyse(new SimulatedRun().Add(_select).ToRun()), FindingCode.SutCpuBound);
        finding.Number("ceiling_per_s").ShouldBe(1e6 / 48, 1e-3);
        finding.Number("sut_cpus").ShouldBe(1);
    }

    [Fact]
    public void A_sequential_server_levels_out_at_one_client_and_starves_the_others()
    {
        var server = new SimulatedServer("sequential", _ => 5000) { ServesOne = true };
        var analysis = Analyser.Analyse(new SimulatedRun().Add(server).ToRun());
        analysis.Curves[0].Verdict.Clients.ShouldBe(1);
        var finding = Find(analysis, FindingCode.UnfairClients);
        finding.Severity.ShouldBe(FindingSeverity.Warning);
        finding.Number("starved_clients").ShouldBe(7);
        finding.Number("jain").ShouldBe(1.0 / 8, 1e-9);
        analysis.Findings.ShouldNotContain(f => f.Code == FindingCode.Unexplained);
    }

    [Fact]
    public void Shared_flushes_and_a_full_log_are_seen()
    {
        // Every flush takes 1 ms and takes all waiting clients with it, up to ten.
        var server = new SimulatedServer("select", n => 1000.0 * Math.Min(n, 10))
        {
            FlushesPerOperation = n => 1.0 / Math.Min(n, 10),
            Flush_us = 950,
            Cpu_us = _ => 20,
        };
        var analysis = Analyser.Analyse(new SimulatedRun().Add(server).ToRun());
        Find(analysis, FindingCode.FlushBound).Number("flush_length_us").ShouldBe(950, 20);
        Find(analysis, FindingCode.GroupCommit).Number("to_operations_per_flush").ShouldBe(10, 0.2);
    }

    [Fact]
    public void Cpu_per_operation_that_falls_and_rises_is_told_both_ways()
    {
        var server = _select with { Cpu_us = n => n == 1 ? 40 : n == 2 ? 20 : n <= 8 ? 21 : 20 + n };
        var analysis = Analyser.Analyse(new SimulatedRun().Add(server).ToRun());
        Find(analysis, FindingCode.WakeUpsAmortised).Number("saved_share").ShouldBe(0.5, 1e-3);
        Find(analysis, FindingCode.OverheadRising).Number("from_clients").ShouldBe(2);
    }

    [Fact]
    public void Latency_past_the_plateau_grows_with_clients()
    {
        var rules = new MeasuringRules { MaxClients = 64, MaxWindows = 30, MinLevels = 11 };
        var finding =
            Find(Analyser.Analyse(new SimulatedRun { Rules = rules }.Add(_select).ToRun()), FindingCode.LatencyGrows);
        finding.Number("exponent").ShouldBe(1, 0.05);
    }

    [Fact]
    public void Forty_milliseconds_are_recognised()
    {
        var server = new SimulatedServer("threaded", n => 24.4 * n) { Cpu_us = _ => 100 };
        var finding =
            Find(Analyser.Analyse(new SimulatedRun().Add(server).ToRun()), FindingCode.DelayedAcknowledgement);
        finding.Number("clients").ShouldBe(1);
        finding.Notes.ShouldBe(["median"]);
    }

    [Fact]
    public void Stages_of_one_model_are_set_side_by_side()
    {
        var lookup = new SimulatedServer("select", n => 5000.0 * Math.Min(n, 8)) { Stage = "lookup" };
        var finding =
            Find(Analyser.Analyse(new SimulatedRun().Add(_select).Add(lookup).ToRun()), FindingCode.OperationsDiffer);
        finding.Subjects.Select(s => s.Stage).ShouldBe(["lookup", "insert"]);
        finding.Number("ratio", "insert").ShouldBe(0.5, 0.02);
    }

    [Fact]
    public void What_went_wrong_is_told()
    {
        var run = new SimulatedRun { State = RunState.Interrupted };
        run.Events.Add(new EventRow { Kind = "checkpoint", Model = "select", Length_ms = 30, Count = 1 });
        run.Events.Add(new EventRow { Kind = "checkpoint", Model = "select", Length_ms = 50, Count = 1 });
        var analysis = Analyser.Analyse(run.Add(_select with { Timeouts = 3 }, restarts: 0).ToRun());
        Find(analysis, FindingCode.RunInterrupted).Number("spent_s").ShouldBe(50);
        Find(analysis, FindingCode.ErrorsSeen).Number("timeouts").ShouldBeGreaterThanOrEqualTo(3);
        Find(analysis, FindingCode.CheckpointCost).Number("longest_ms").ShouldBe(50);
        Find(analysis, FindingCode.SingleStart).Number("curves").ShouldBe(1);
    }

    [Fact]
    public void A_run_without_a_single_level_has_nothing_to_say_but_that_it_ended()
    {
        var analysis = Analyser.Analyse(new SimulatedRun { State = RunState.Failed }.ToRun());
        analysis.Curves.ShouldBeEmpty();
        analysis.Comparisons.ShouldBeEmpty();
        analysis.Findings.ShouldHaveSingleItem().Severity.ShouldBe(FindingSeverity.Error);
    }

    [Fact]
    public void The_same_run_gives_the_same_analysis()
    {
        var run = new SimulatedRun().Add(_select).ToRun();
        var (first, second) = (Analyser.Analyse(run), Analyser.Analyse(run));
        second.Findings.Select(f => f.Code).ShouldBe(first.Findings.Select(f => f.Code));
        second.Curves[0].Verdict.Capacity.ShouldBe(first.Curves[0].Verdict.Capacity);
    }

    private static Finding Find(RunAnalysis analysis, FindingCode code) => analysis.Findings.First(f => f.Code == code);
}
