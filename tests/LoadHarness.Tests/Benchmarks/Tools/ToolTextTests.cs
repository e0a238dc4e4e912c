using LoadHarness.Analysis.Peers;
using LoadHarness.Benchmarks.Tools;
using LoadHarness.Results;
using LoadHarness.Tests.Report;

namespace LoadHarness.Tests.Benchmarks.Tools;

public sealed class ToolTextTests
{
    private static readonly PeerRow[] _rows = [Row("wrk", 1_000_000, 480), Row("loadharness/epoll", 1_234_567, 519.5)];

    [Fact]
    public void A_cell_is_one_row_for_each_tool_with_as_many_fields_as_the_head() => InCulture.WithComma(() =>
    {
        var lines = ToolText.Head().Concat(ToolText.Rows(_rows)).ToList();
        lines.Count.ShouldBe(4);
        lines.ShouldAllBe(line => line.Count(c => c == '|') == lines[0].Count(c => c == '|'));
        lines[2].ShouldBe("| 64 | 1 | wrk | 500,000 | 1,000,000 | 200 % | 480 | – | – | 64 | -25.0 % | – | – "
            + "| 1.23 (1.23–1.23) |  |");
        lines[3].ShouldContain("| loadharness/epoll | 617,284 |");
        return true;
    });

    [Fact]
    public void Goals_are_met_or_missed_and_those_not_measured_left_out()
    {
        var lines = ToolText.Verdicts(PeerAnalysis.Verdicts(PeerAnalysis.Ratios(_rows)));
        var text = string.Join('\n', lines);
        text.ShouldContain("| wrk, 64 connections | 1.10 | epoll 1.23 (1.23–1.23) | met |");
        text.ShouldNotContain("1024");
        text.ShouldNotContain("redis-benchmark");
    }

    private static PeerRow Row(string tool, long operations, double mean_us) => new()
    {
        Server = "nginx",
        Tool = tool,
        Connections = 64,
        Length_s = 1,
        Operations = operations,
        GeneratorCpu_s = 2,
        ReportedThroughput_per_s = 100_000,
        ReportedMean_us = mean_us,
    };
}
