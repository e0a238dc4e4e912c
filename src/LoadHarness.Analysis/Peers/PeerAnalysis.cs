using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Peers;

/// <summary>From the rounds of load tools to what they say of each other. Pure.</summary>
public static class PeerAnalysis
{
    /// <summary>What tools of this program are called: this, and the network loop.</summary>
    public const string OwnPrefix = "loadharness/";

    /// <summary>True for a tool of this program.</summary>
    public static bool IsOwn(string tool) => tool.StartsWith(OwnPrefix, StringComparison.Ordinal);

    /// <summary>One summary for each cell and tool, in the order in which they were measured.</summary>
    public static IReadOnlyList<PeerSummary> Summaries(IEnumerable<PeerRow> rows) =>
        [.. rows.GroupBy(row => (Cell: PeerCell.Of(row), row.Tool)).Select(Summary)];

    /// <summary>Each of our tools over each of the others, by cell, in the order in which they were measured.</summary>
    public static IReadOnlyList<PeerRatio> Ratios(IEnumerable<PeerRow> rows) =>
        [.. rows.GroupBy(PeerCell.Of).SelectMany(RatiosOf)];

    /// <summary>The goals, each with the ratio of our better loop.</summary>
    public static IReadOnlyList<PeerVerdict> Verdicts(IReadOnlyList<PeerRatio> ratios) =>
        [.. PeerGoal.All.Select(goal => new PeerVerdict(goal, ratios.Where(goal.Concerns).MaxBy(r => r.Median)))];

    private static PeerSummary Summary(IGrouping<(PeerCell Cell, string Tool), PeerRow> group)
    {
        var rows = group.ToList();
        var cell = group.Key.Cell;
        var throughput_per_s = Median(rows.Select(row => row.Operations / row.Length_s));
        return new PeerSummary
        {
            Cell = cell,
            Tool = group.Key.Tool,
            Rounds = rows.Count,
            PerGeneratorCpu_s = Median(rows.Select(PerGeneratorCpu_s)),
            Throughput_per_s = throughput_per_s,
            GeneratorShare = Median(rows.Select(row => row.GeneratorCpu_s / row.Length_s)),
            Mean_us = Median(rows.Select(row => row.ReportedMean_us)),
            P50_us = Median(rows.Select(row => row.ReportedP50_us)),
            P99_us = Median(rows.Select(row => row.ReportedP99_us)),
            Little_us = cell.Outstanding / throughput_per_s * 1e6,
            LittleResidual = Farthest(rows.Select(row => LittlesLaw.Residual(
                row.ReportedThroughput_per_s, row.ReportedMean_us, 0, cell.Outstanding))),
            ServedMean_us = Median(rows.Select(row => row.ServedMean_us)),
            Errors = rows.Max(row => row.Errors) < 0 ? -1 : rows.Sum(row => Math.Max(0, row.Errors)),
        };
    }

    private static IEnumerable<PeerRatio> RatiosOf(IGrouping<PeerCell, PeerRow> cell)
    {
        var tools = cell.GroupBy(row => row.Tool, StringComparer.Ordinal).ToList();
        foreach (var ours in tools.Where(tool => IsOwn(tool.Key)))
        {
            foreach (var theirs in tools.Where(tool => !IsOwn(tool.Key)))
            {
                var ratios = ours.Join(theirs, row => row.Round, row => row.Round,
                    (our, their) => PerGeneratorCpu_s(our) / PerGeneratorCpu_s(their)).Order().ToList();
                if (ratios.Count == 0) continue;
                yield return new PeerRatio(
                    cell.Key, ours.Key, theirs.Key, Quartiles.Of(ratios, 0.5), ratios[0], ratios[^1], ratios.Count);
            }
        }
    }

    private static double PerGeneratorCpu_s(PeerRow row) => row.Operations / row.GeneratorCpu_s;

    private static double Median(IEnumerable<double> values) =>
        Quartiles.Of([.. values.Where(double.IsFinite).Order()], 0.5);

    private static double Farthest(IEnumerable<double> values) =>
        values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).MaxBy(value => Math.Abs(value));
}
