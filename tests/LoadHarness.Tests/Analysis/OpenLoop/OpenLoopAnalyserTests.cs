using LoadHarness.Analysis;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Findings;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis.OpenLoop;

public sealed class OpenLoopAnalyserTests
{
    private static readonly SimulatedServer _select = new("select", n => 2500.0 * Math.Min(n, 8)) { Cpu_us = _ => 48 };

    [Fact]
    public void Rates_are_no_levels_of_the_ladder()
    {
        var closed = new SimulatedRun().Add(_select).ToRun();
        var (before, after) = (Analyser.Analyse(closed), Analyser.Analyse(closed.WithRate("select", 0, 10_000, 100)));

        after.Curves[0].Levels.Select(level => (level.Clients, level.Operations))
            .ShouldBe(before.Curves[0].Levels.Select(level => (level.Clients, level.Operations)));
        after.Curves[0].Verdict.Capacity.ShouldBe(before.Curves[0].Verdict.Capacity);
        before.Open.ShouldBeEmpty();
    }

    [Fact]
    public void A_rate_is_told_as_a_share_of_the_capacity_with_both_latencies()
    {
        var run = new SimulatedRun().Add(_select).ToRun()
            .WithRate("select", 0, 18_000, 300).WithRate("select", 0, 10_000, 100);

        var curve = Analyser.Analyse(run).Open.ShouldHaveSingleItem();

        curve.Levels.Select(level => level.Rate_per_s).ShouldBe([10_000, 18_000]);
        curve.Capacity_per_s.ShouldBe(20_000, 300);
        curve.ShareOf(curve.Levels[0]).ShouldBe(0.5, 0.01);
        var level = curve.Levels[0];
        level.FromDue.P50.Estimate.ShouldBe(550, 2);
        level.FromDue.P99.Estimate.ShouldBe(991, 3);
        (level.FromDue.P99.Low, level.FromDue.P99.High).ShouldBe(
            (level.FromDue.P99.Estimate - 20, level.FromDue.P99.Estimate + 20));
        level.FromDue.P99.Basis.ShouldBe(IntervalBasis.Windows);
        level.FromSend.P50_us.ShouldBe(275, 1);
        (level.Due, level.Sent, level.Late, level.Queued, level.Connections).ShouldBe((10_000, 10_000, 100, 50, 128));
    }

    [Fact]
    public void Starts_are_merged_and_the_interval_is_over_them()
    {
        var level = Analyser.Analyse(new SimulatedRun().ToRun().WithRate("select", 0, 1000, 100)
            .WithRate("select", 1, 1000, 200)).Open[0].Levels.ShouldHaveSingleItem();

        level.Starts.ShouldBe(2);
        level.Due.ShouldBe(2000);
        level.FromDue.P50.Estimate.ShouldBeInRange(550, 1100);
        level.FromDue.P50.ShouldSatisfyAllConditions(
            p => p.Basis.ShouldBe(IntervalBasis.Restarts),
            p => p.Low.ShouldBeLessThan(550),
            p => p.High.ShouldBeGreaterThan(1100));
        level.FromSend.P50_us.ShouldBeInRange(275, 550);
    }

    [Fact]
    public void Without_a_ladder_there_are_latencies_and_no_shares()
    {
        var analysis = Analyser.Analyse(new SimulatedRun().ToRun().WithRate("select", 0, 1000, 100));

        analysis.Curves.ShouldBeEmpty();
        analysis.Open[0].Key.ShouldBe(new CurveKey("hashtable", "select", "insert"));
        var found = Find(analysis, FindingCode.LatencyAtLoad);
        found.Number("rate_per_s").ShouldBe(1000);
        found.Number("share").ShouldBe(double.NaN);
        analysis.Findings.ShouldNotContain(finding => finding.Code == FindingCode.RateNotReached);
    }

    [Fact]
    public void It_is_told_where_the_tail_has_doubled_and_which_rates_were_not_reached()
    {
        var analysis = Analyser.Analyse(new SimulatedRun().Add(_select).ToRun()
            .WithRate("select", 0, 10_000, 100).WithRate("select", 0, 16_000, 150).WithRate("select", 0, 18_000, 210)
            .WithRate("select", 0, 19_000, 400).WithRate("select", 0, 22_000, 9000, sent: 0.9)
            .WithRate("select", 0, 30_000, 9000, sent: 0.66));

        var latency = Find(analysis, FindingCode.LatencyAtLoad);
        (latency.Number("from_rate_per_s"), latency.Number("rate_per_s")).ShouldBe((10_000, 19_000));
        latency.Number("doubled_rate_per_s").ShouldBe(18_000);
        latency.Number("doubled_share").ShouldBe(0.9, 0.02);
        var missed = Find(analysis, FindingCode.RateNotReached);
        (missed.Number("rate_per_s"), missed.Number("rates")).ShouldBe((22_000, 2));
        missed.Number("sent_share").ShouldBe(0.9, 1e-3);
    }

    [Fact]
    public void Shares_of_a_lower_bound_are_marked()
    {
        var full = LevelValidity.Of([new ValidityIssue(ValidityCode.GeneratorCpu, ValidityGrade.Invalid, "99 %")]);
        var limited = _select with { Validity = n => n >= 6 ? full : LevelValidity.Valid };

        var analysis = Analyser.Analyse(new SimulatedRun().Add(limited).ToRun().WithRate("select", 0, 10_000, 100));

        analysis.Open[0].IsLowerBound.ShouldBeTrue();
        Find(analysis, FindingCode.LatencyAtLoad).Notes.ShouldBe(["lower bound"]);
    }

    private static Finding Find(RunAnalysis analysis, FindingCode code) =>
        analysis.Findings.First(finding => finding.Code == code);
}
