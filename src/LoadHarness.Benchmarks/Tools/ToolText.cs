using System.Globalization;
using LoadHarness.Analysis.Peers;
using LoadHarness.Results;

namespace LoadHarness.Benchmarks.Tools;

/// <summary>What a comparison prints: one table for each server, and the goals. Pure.</summary>
internal static class ToolText
{
    private const string None = "–";

    /// <summary>The head of a server's table.</summary>
    public static IEnumerable<string> Head()
    {
        yield return "| connections | batch | tool | requests per generator CPU s | requests/s | CPU "
            + "| reported mean | p50 | p99, µs | outstanding / throughput, µs | mean × throughput / outstanding − 1 "
            + "| served in, µs | errors | ours / it, median (range): epoll | io_uring |";
        yield return "| ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: "
            + "| ---: |";
    }

    /// <summary>The rows of a cell: one for each tool.</summary>
    public static IEnumerable<string> Rows(IReadOnlyList<PeerRow> rows)
    {
        var ratios = PeerAnalysis.Ratios(rows);
        foreach (var tool in PeerAnalysis.Summaries(rows))
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"| {tool.Cell.Connections} | {tool.Cell.Pipeline} | {tool.Tool} | {Whole(tool.PerGeneratorCpu_s)} ")
                + string.Create(CultureInfo.InvariantCulture,
                $"| {Whole(tool.Throughput_per_s)} | {tool.GeneratorShare:P0} | {Whole(tool.Mean_us)} ")
                + $"| {Whole(tool.P50_us)} | {Whole(tool.P99_us)} | {Whole(tool.Little_us)} "
                + $"| {Percent(tool.LittleResidual)} | {Whole(tool.ServedMean_us)} "
                + $"| {(tool.Errors < 0 ? None : Whole(tool.Errors))} "
                + $"| {Ratio(ratios, tool.Tool, "epoll")} | {Ratio(ratios, tool.Tool, "io_uring")} |";
        }
    }

    /// <summary>The goals that were measured.</summary>
    public static IEnumerable<string> Verdicts(IReadOnlyList<PeerVerdict> verdicts)
    {
        var measured = verdicts.Where(verdict => verdict.Best is not null).ToList();
        if (measured.Count == 0) yield break;
        yield return "";
        yield return "| goal: requests per generator CPU s | at least | loop, median (range) | |";
        yield return "| --- | ---: | ---: | --- |";
        foreach (var (goal, best) in measured)
        {
            var batch = goal.Pipeline > 1
                ? string.Create(CultureInfo.InvariantCulture, $", batches of {goal.Pipeline}")
                : "";
            yield return string.Create(CultureInfo.InvariantCulture,
                $"| {goal.Tool}, {goal.Connections} connections{batch} | {goal.AtLeast:0.00} ")
                + $"| {best!.Ours[PeerAnalysis.OwnPrefix.Length..]} {Words(best)} "
                + $"| {(best.Median >= goal.AtLeast ? "met" : "missed")} |";
        }
    }

    private static string Ratio(IReadOnlyList<PeerRatio> ratios, string theirs, string loop)
    {
        var ratio = ratios.FirstOrDefault(r => string.Equals(r.Theirs, theirs, StringComparison.Ordinal)
            && string.Equals(r.Ours, PeerAnalysis.OwnPrefix + loop, StringComparison.Ordinal));
        return ratio is null ? "" : Words(ratio);
    }

    private static string Words(PeerRatio ratio) => string.Create(CultureInfo.InvariantCulture,
        $"{ratio.Median:0.00} ({ratio.Lowest:0.00}–{ratio.Highest:0.00})");

    private static string Whole(double value) =>
        double.IsFinite(value) ? value.ToString("#,0", CultureInfo.InvariantCulture) : None;

    private static string Percent(double share) =>
        double.IsFinite(share) ? (100 * share).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %" : None;
}
