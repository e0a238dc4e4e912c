using LoadHarness.Analysis.Peers;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Tables;

/// <summary>Load tools side by side.</summary>
internal static class PeersTable
{
    /// <summary>What was to be reached, and what was.</summary>
    public static ReportTable Goals(IReadOnlyList<PeerVerdict> verdicts) => ReportTable.Of(
        verdicts,
        new("Against", false, verdict => Words.Name(verdict.Goal.Tool)),
        new("Connections", true, verdict => NumberText.Count(verdict.Goal.Connections)),
        new("Requests of a batch", true, verdict => NumberText.Count(verdict.Goal.Pipeline)),
        new("Goal, at least", true, verdict => NumberText.Plain(verdict.Goal.AtLeast, 2)),
        new("Ratio (range)", true, verdict => Ratio(verdict.Best)),
        new("Loop", false, verdict => verdict.Best is { } best ? Words.Name(best.Ours) : NumberText.None),
        new("", false, verdict => verdict.IsMet == true ? "met" : "missed"));

    /// <summary>What a request costs each tool on one server, and how ours compare.</summary>
    public static ReportTable Cost(IReadOnlyList<PeerSummary> tools, IReadOnlyList<PeerRatio> ratios) =>
        ReportTable.Of(tools,
        [
            .. Cell(),
            new("Requests per generator CPU s", true, tool => NumberText.Prefixed(tool.PerGeneratorCpu_s)),
            .. tools.Where(tool => PeerAnalysis.IsOwn(tool.Tool)).Select(tool => tool.Tool)
                .Distinct(StringComparer.Ordinal)
                .Select(ours => new TableColumn<PeerSummary>($"{ours} / it (range)", true,
                    tool => Ratio(ratios.FirstOrDefault(r => r.Cell == tool.Cell
                        && string.Equals(r.Ours, ours, StringComparison.Ordinal)
                        && string.Equals(r.Theirs, tool.Tool, StringComparison.Ordinal))))),
            new("Requests/s", true, tool => NumberText.Prefixed(tool.Throughput_per_s)),
            new("CPU of the tool", true, tool => NumberText.Of(tool.GeneratorShare, Quantity.Share)),
            new("Rounds", true, tool => NumberText.Count(tool.Rounds)),
            new("Errors", true, tool => tool.Errors < 0 ? NumberText.None : NumberText.Count(tool.Errors)),
        ]);

    /// <summary>The latencies that each tool reports, beside what Little's law allows.</summary>
    public static ReportTable Truth(IReadOnlyList<PeerSummary> tools) => ReportTable.Of(
        tools,
        [
            .. Cell(),
            new("Reported mean", true, tool => Time(tool.Mean_us)),
            new("Reported p50", true, tool => Time(tool.P50_us)),
            new("Reported p99", true, tool => Time(tool.P99_us)),
            new("Outstanding / throughput", true, tool => Time(tool.Little_us)),
            new("Mean × throughput / outstanding − 1, worst", true, tool => Percent(tool.LittleResidual)),
            .. tools.Any(tool => double.IsFinite(tool.ServedMean_us))
                ? [new TableColumn<PeerSummary>("Server's own mean", true, tool => Time(tool.ServedMean_us))]
                : Array.Empty<TableColumn<PeerSummary>>(),
        ]);

    private static TableColumn<PeerSummary>[] Cell() =>
    [
        new("Connections", true, tool => NumberText.Count(tool.Cell.Connections)),
        new("Batch", true, tool => NumberText.Count(tool.Cell.Pipeline)),
        new("Tool", false, tool => Words.Name(tool.Tool)),
    ];

    private static string Ratio(PeerRatio? ratio) => ratio is null
        ? NumberText.None
        : $"{NumberText.Plain(ratio.Median, 2)} ({NumberText.Plain(ratio.Lowest, 2)} – "
            + $"{NumberText.Plain(ratio.Highest, 2)})";

    private static string Time(double time_us) => NumberText.Of(time_us, Quantity.Time_us);

    private static string Percent(double share) =>
        double.IsFinite(share) ? NumberText.Plain(share * 100, 1) + " %" : NumberText.None;
}
