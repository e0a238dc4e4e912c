using LoadHarness.Analysis;
using LoadHarness.Analysis.Comparing;
using LoadHarness.Report;
using LoadHarness.Report.Documents;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis.Comparing;

public sealed class WorkStandingsTests
{
    private const string Heading = "The models over the workloads";

    private static readonly SimulatedServer _fast =
        new("epoll", n => 3000.0 * Math.Min(n, 8)) { Cpu_us = _ => 20 };

    private static readonly SimulatedServer _slow =
        new("threaded", n => 1500.0 * Math.Min(n, 8)) { Cpu_us = _ => 60 };

    [Fact]
    public void Models_stand_by_capacity_with_what_goes_with_being_behind()
    {
        var standing = WorkStandings.Of(Run(_slow, _fast)).ShouldHaveSingleItem();

        standing.Models.Select(model => model.Model).ShouldBe(["epoll", "threaded"]);
        standing.Those(StandingKind.Behind).ShouldHaveSingleItem().Model.ShouldBe("threaded");
        var cpu = standing.Differences.Single(difference =>
            string.Equals(difference.Name, "cpu_per_operation_us", StringComparison.Ordinal));
        cpu.Best.ShouldBe(20, 0.1);
        cpu.Highest.ShouldBe(60, 0.1);
        cpu.Models.ShouldBe(["threaded"]);
    }

    [Fact]
    public void Models_that_do_the_same_are_not_behind_and_need_no_reason()
    {
        var standing = WorkStandings.Of(Run(_fast, _fast with { Model = "async", Cpu_us = _ => 60 }))
            .ShouldHaveSingleItem();

        standing.Those(StandingKind.Behind).ShouldBeEmpty();
        standing.Differences.ShouldBeEmpty();
    }

    [Fact]
    public void A_model_known_by_a_lower_bound_far_below_is_not_said_to_do_the_same()
    {
        var rising = new SimulatedServer("threaded", n => 100.0 * n);

        var standing = WorkStandings.Of(Run(rising, _fast)).ShouldHaveSingleItem();

        standing.Those(StandingKind.Open).ShouldHaveSingleItem().Model.ShouldBe("threaded");
        standing.Those(StandingKind.NoDifference).ShouldBeEmpty();
    }

    [Fact]
    public void Work_that_one_model_did_alone_compares_nothing() => WorkStandings.Of(Run(_fast)).ShouldBeEmpty();

    [Fact]
    public void Held_clients_are_compared_by_what_they_cost()
    {
        var standing = WorkStandings.Of(Held()).ShouldHaveSingleItem();

        standing.IsHeld.ShouldBeTrue();
        standing.Models.ShouldAllBe(model => model.Comparison == null && model.Cost != null);
    }

    [Fact]
    public void The_report_sets_models_side_by_side_where_workloads_share_them()
    {
        var one = Run(_slow, _fast);
        var other = Run(_slow with { Workload = "null", Stage = "exchange" }, _fast with
        {
            Workload = "null",
            Stage = "exchange",
        });

        Headings([one]).ShouldNotContain(Heading, StringComparer.Ordinal);
        Headings([one, other]).ShouldContain(Heading, StringComparer.Ordinal);
        Headings([one, Run(_slow with { Model = "other", Workload = "null" }, _fast with
        {
            Model = "another",
            Workload = "null",
        })]).ShouldNotContain(Heading, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Headings(IReadOnlyList<RunAnalysis> runs) =>
        ReportComposer.Compose(runs, []).OfType<HeadingBlock>().Select(heading => heading.Text);

    private static RunAnalysis Run(params SimulatedServer[] servers) =>
        Analyser.Analyse(servers.Aggregate(new SimulatedRun(), (run, server) => run.Add(server)).ToRun());

    private static RunAnalysis Held() => Analyser.Analyse(new SimulatedRun
    {
        Rules = new MeasuringRules { Levels = [10, 100], MaxWindows = 30 },
    }.Add(_slow with { Workload = "mean" }).Add(_fast with { Workload = "mean" }).ToRun());
}
