using LoadHarness.Analysis.Peers;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis.Peers;

public sealed class PeerAnalysisTests
{
    [Fact]
    public void Ratios_are_paired_within_rounds()
    {
        // The machine slows down from round to round, and the ratio stays.
        PeerRow[] rows =
        [
            Row("wrk", 0, 1000, 1), Row("loadharness/epoll", 0, 1200, 1),
            Row("wrk", 1, 500, 1), Row("loadharness/epoll", 1, 650, 1),
            Row("wrk", 2, 100, 1), Row("loadharness/epoll", 2, 110, 1),
        ];

        var ratio = PeerAnalysis.Ratios(rows).ShouldHaveSingleItem();

        (ratio.Ours, ratio.Theirs, ratio.Pairs).ShouldBe(("loadharness/epoll", "wrk", 3));
        ratio.Median.ShouldBe(1.2, 1e-9);
        (ratio.Lowest, ratio.Highest).ShouldBe((1.1, 1.3));
    }

    [Fact]
    public void A_round_that_one_tool_lacks_pairs_with_nothing()
    {
        PeerRow[] rows = [Row("wrk", 0, 1000, 1), Row("loadharness/epoll", 1, 1200, 1)];
        PeerAnalysis.Ratios(rows).ShouldBeEmpty();
    }

    [Fact]
    public void Ratios_are_of_operations_for_each_second_of_cpu_time()
    {
        PeerRow[] rows = [Row("wrk", 0, 1000, 2), Row("loadharness/epoll", 0, 1000, 1)];
        PeerAnalysis.Ratios(rows).ShouldHaveSingleItem().Median.ShouldBe(2);
    }

    [Fact]
    public void Cells_are_told_apart()
    {
        PeerRow[] rows =
        [
            Row("wrk", 0, 1000, 1),
            Row("loadharness/epoll", 0, 1000, 1) with { Connections = 1024 },
            Row("loadharness/epoll", 0, 1000, 1) with { Pipeline = 16 },
            Row("loadharness/epoll", 0, 1000, 1) with { Server = "redis" },
            Row("loadharness/epoll", 0, 1000, 1) with { Delay_us = 1000 },
        ];
        PeerAnalysis.Ratios(rows).ShouldBeEmpty();
        PeerAnalysis.Summaries(rows).Count.ShouldBe(5);
    }

    [Fact]
    public void What_a_tool_leaves_out_shows_against_Littles_law()
    {
        // 64 outstanding, 100,000/s: 640 µs each; the tool says 480.
        var row = Row("wrk", 0, 100_000, 1) with
        {
            ReportedThroughput_per_s = 100_000,
            ReportedMean_us = 480,
            ReportedP50_us = 470,
        };

        var summary = PeerAnalysis.Summaries([row, row with { Round = 1, ReportedMean_us = 640 }])
            .ShouldHaveSingleItem();

        summary.Little_us.ShouldBe(640, 1e-9);
        summary.LittleResidual.ShouldBe(-0.25, 1e-9);
        summary.Rounds.ShouldBe(2);
        summary.Mean_us.ShouldBe(560);
        summary.P99_us.ShouldBe(double.NaN);
        summary.Errors.ShouldBe(-1);
    }

    [Fact]
    public void Requests_of_a_batch_are_all_outstanding()
    {
        var row = Row("redis-benchmark", 0, 1_000_000, 1) with { Connections = 16, Pipeline = 16 };
        PeerAnalysis.Summaries([row]).ShouldHaveSingleItem().Little_us.ShouldBe(256, 1e-9);
    }

    [Fact]
    public void A_goal_is_judged_by_the_better_loop_and_only_when_measured()
    {
        PeerRow[] rows =
        [
            Row("wrk", 0, 1000, 1), Row("loadharness/epoll", 0, 1050, 1), Row("loadharness/io_uring", 0, 1150, 1),
            Row("wrk", 0, 1000, 1) with { Connections = 1024 },
            Row("loadharness/epoll", 0, 1250, 1) with { Connections = 1024 },
        ];

        var verdicts = PeerAnalysis.Verdicts(PeerAnalysis.Ratios(rows))
            .Where(verdict => string.Equals(verdict.Goal.Tool, "wrk", StringComparison.Ordinal)).ToList();

        verdicts.Select(verdict => verdict.IsMet).ShouldBe([true, false]);
        verdicts[0].Best!.Ours.ShouldBe("loadharness/io_uring");
        PeerAnalysis.Verdicts([]).Count.ShouldBe(PeerGoal.All.Count);
        PeerAnalysis.Verdicts([]).ShouldAllBe(verdict => verdict.IsMet == null);
    }

    [Fact]
    public void A_goal_of_one_loop_is_judged_by_that_loop()
    {
        PeerRow[] rows =
        [
            Row(PeerGoal.Floor, 0, 1000, 1), Row("loadharness/epoll", 0, 960, 1),
            Row("loadharness/io_uring", 0, 990, 1),
        ];

        var verdicts = PeerAnalysis.Verdicts(PeerAnalysis.Ratios(rows)).Where(verdict => verdict.Best is not null)
            .ToDictionary(verdict => verdict.Goal.Loop!, verdict => verdict.IsMet, StringComparer.Ordinal);

        verdicts["epoll"].ShouldBe(true);
        verdicts["io_uring"].ShouldBe(false);
    }

    private static PeerRow Row(string tool, int round, long operations, double cpu_s) => new()
    {
        Server = "nginx",
        Tool = tool,
        Connections = 64,
        Round = round,
        Length_s = 1,
        Operations = operations,
        GeneratorCpu_s = cpu_s,
    };
}
