using LoadHarness.Analysis;
using LoadHarness.Analysis.Findings;
using LoadHarness.Analysis.Ladders;
using LoadHarness.Analysis.Laws;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis.Laws;

public sealed class LawReaderTests
{
    [Fact]
    public void Levels_that_failed_a_check_or_showed_the_generators_limit_do_not_count()
    {
        var visits = Ladder.Clients.Select(n => Visit(n, 100 * Math.Min(n, 8))).ToList();
        visits.Add(Visit(
            200, 10, LevelValidity.Of([new ValidityIssue(ValidityCode.Errors, ValidityGrade.Invalid, "all of them")])));

        var reading = LawReader.Read(visits).ShouldNotBeNull();

        reading.ToClients.ShouldBe(128);
        reading.Choice.Best.Kind.ShouldBe(LawKind.Hinge);
        reading.Spread.KneeClients.Estimate.ShouldBe(8, 0.1);
        reading.LevelsBeyondKnee.ShouldBeGreaterThanOrEqualTo(8);
    }

    [Fact]
    public void A_ladder_of_five_levels_has_no_law() =>
        LawReader.Read([.. Ladder.Clients.Take(5).Select(n => Visit(n, 100 * n))]).ShouldBeNull();

    [Fact]
    public void A_curve_has_its_law_among_the_findings()
    {
        var finding = Analyser.Analyse(new SimulatedRun()
                .Add(new SimulatedServer("select", n => 1000 * Math.Min(n, 6)) { Cv = 0.01 }).ToRun())
            .Findings.Single(one => one.Code == FindingCode.LawChosen);

        finding.Notes[0].ShouldBe(nameof(LawKind.Hinge));
        finding.Number("knee_clients").ShouldBe(6, 0.2);
        finding.Number("ceiling_per_s").ShouldBe(6000, 100);
        finding.Number("knee_low").ShouldBeLessThanOrEqualTo(finding.Number("knee_clients"));
    }

    private static LevelPoint Visit(int clients, double throughput_per_s, LevelValidity? validity = null) => new(
        clients, LevelPhase.Ladder,
        [.. Enumerable.Range(0, 20).Select(i => throughput_per_s * (1 + 0.01 * Math.Sin(i + clients)))],
        validity ?? LevelValidity.Valid);
}
