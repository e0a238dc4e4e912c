using LoadHarness.Analysis;
using LoadHarness.Analysis.Findings;
using LoadHarness.Analysis.Overloads;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis.Overloads;

public sealed class OverloadReaderTests
{
    private const int Trials = 200;

    private static readonly SimulatedServer _steady = new("select", n => 1000.0 * Math.Min(n, 8));

    [Fact]
    public void A_server_that_holds_and_recovers_is_told_so_with_its_numbers()
    {
        var analysis = Analyse(_steady, _steady);

        var holds = Find(analysis, FindingCode.HoldsUnderOverload);
        (holds.Number("clients"), holds.Number("overload_clients")).ShouldBe((8, 32));
        holds.Number("change_share").ShouldBe(0, 0.03);
        holds.Number("exponent").ShouldBe(1, 0.03);
        Find(analysis, FindingCode.RecoversFromOverload).Number("after_per_s").ShouldBe(8000, 200);
        analysis.Curves[0].Levels.ShouldAllBe(level => level.Phases.All(phase => phase.IsOfCurve()));
    }

    [Fact]
    public void A_server_that_does_not_come_back_is_found()
    {
        var analysis = Analyse(_steady, _steady with { Throughput_per_s = n => 800.0 * Math.Min(n, 8) });

        var finding = Find(analysis, FindingCode.DoesNotRecover);
        finding.Severity.ShouldBe(FindingSeverity.Warning);
        finding.Number("change_share").ShouldBe(-0.2, 0.03);
        finding.Number("change_high_share").ShouldBeLessThan(-0.05);
    }

    [Fact]
    public void A_server_that_does_less_under_overload_is_found()
    {
        var falls = _steady with { Throughput_per_s = n => n > 16 ? 6000 : 1000.0 * Math.Min(n, 8) };

        Find(Analyse(falls, falls), FindingCode.FallsUnderOverload).Number("change_share").ShouldBe(-0.25, 0.03);
    }

    [Fact]
    public void Operations_that_fail_under_overload_are_a_fall_whatever_throughput_does()
    {
        var failing = _steady with
        {
            Validity = n => n > 16
                ? LevelValidity.Of([new ValidityIssue(ValidityCode.Errors, ValidityGrade.Invalid, "9 timeouts")])
                : LevelValidity.Valid,
        };

        var finding = Find(Analyse(failing, _steady), FindingCode.FallsUnderOverload);
        finding.Notes.ShouldHaveSingleItem().ShouldContain("9 timeouts");
    }

    [Fact]
    public void A_fall_that_a_full_generator_explains_is_nobodys()
    {
        var full = _steady with
        {
            Throughput_per_s = n => n > 16 ? 6000 : 1000.0 * Math.Min(n, 8),
            Validity = n => n > 16
                ? LevelValidity.Of([new ValidityIssue(ValidityCode.GeneratorCpu, ValidityGrade.Invalid, "99 %")])
                : LevelValidity.Valid,
        };

        Analyse(full, _steady).Curves[0].Overload.Outcome.ShouldBe(OverloadOutcome.Undecided);
    }

    [Fact]
    public void Where_clients_starve_latency_says_nothing()
    {
        var sequential = new SimulatedServer("sequential", _ => 5000) { ServesOne = true };

        var run = new SimulatedRun().Add(sequential, restarts: 0).Overload(sequential, sequential, (1, 4));
        Analyser.Analyse(run.ToRun()).Curves[0].Overload.Exponent.Mean.ShouldBe(double.NaN);
    }

    [Fact]
    public void Nothing_was_tried_where_there_is_no_overload() =>
        Analyser.Analyse(new SimulatedRun().Add(_steady).ToRun()).Curves[0].Overload.ShouldBe(OverloadAnalysis.None);

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.05)]
    public void Of_well_behaved_servers_hardly_any_is_accused_and_nearly_all_are_cleared(double cv)
    {
        var trials = Trial(_steady with { Cv = cv }, _steady with { Cv = cv });

        trials.Count(one => one.Outcome == OverloadOutcome.Falls || one.Recovery == RecoveryOutcome.StaysLower)
            .ShouldBeLessThanOrEqualTo(Trials / 50);
        trials.Count(one => one.Recovery == RecoveryOutcome.Recovers).ShouldBeGreaterThan(Trials * 9 / 10);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.05)]
    public void Of_servers_that_stay_a_fifth_lower_nearly_all_are_found_and_none_is_cleared(double cv)
    {
        var lower = _steady with { Cv = cv, Throughput_per_s = n => 800.0 * Math.Min(n, 8) };

        var trials = Trial(_steady with { Cv = cv }, lower);

        trials.Count(one => one.Recovery == RecoveryOutcome.StaysLower).ShouldBeGreaterThan(Trials * 95 / 100);
        trials.ShouldNotContain(one => one.Recovery == RecoveryOutcome.Recovers);
    }

    private static List<OverloadAnalysis> Trial(SimulatedServer before, SimulatedServer after) =>
    [
        .. Enumerable.Range(1, Trials).Select(seed => OverloadReader.Of(
            new MeasuringRules { MaxWindows = 60 },
            LoadHarness.Analysis.Levels.LevelVisit.Of(
                new SimulatedRun { Rules = new MeasuringRules { MaxWindows = 60 } }
                    .Overload(before, after, (8, 32), seed).ToRun()))),
    ];

    private static RunAnalysis Analyse(SimulatedServer before, SimulatedServer after) =>
        Analyser.Analyse(new SimulatedRun().Add(before, restarts: 0).Overload(before, after, (8, 32)).ToRun());

    private static Finding Find(RunAnalysis analysis, FindingCode code) =>
        analysis.Findings.Single(one => one.Code == code);
}
