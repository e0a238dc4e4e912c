using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.History;

/// <summary>Follows the curves of a scenario through its runs.</summary>
public static class HistoryReader
{
    /// <summary>The curves, in the order in which the runs have them first.</summary>
    /// <param name="runs">Runs of one scenario, oldest first.</param>
    /// <param name="margin">Smallest change that matters, as a share.</param>
    public static IReadOnlyList<CurveHistory> Read(IReadOnlyList<RunAnalysis> runs, double margin) =>
    [
        .. runs.SelectMany(run => run.Curves.Select(curve => (Run: run, Curve: curve)))
            .Where(point => point.Curve.Verdict.Capacity.Estimate > 0
                && point.Curve.Verdict.Kind != VerdictKind.Held)
            .GroupBy(point => point.Curve.Key)
            .Select(curve => Follow(curve.Key, [.. curve.Select(point => new HistoryPoint(
                point.Run.Run.Manifest, point.Curve.Verdict, point.Curve.CpuPerOperation_us, IsChange: false))],
                margin)),
    ];

    /// <summary>A lower bound says how much the run could show, not how much the server does.</summary>
    internal static bool CanCompare(Verdict verdict) => !verdict.IsLowerBound;

    private static CurveHistory Follow(CurveKey key, HistoryPoint[] points, double margin)
    {
        var compared = Enumerable.Range(0, points.Length).Where(i => CanCompare(points[i].Verdict)).ToList();
        var logs = compared.ConvertAll(i => Math.Log(points[i].Verdict.Capacity.Estimate));
        foreach (var change in ChangePoints.Find(logs, Math.Log(1 + margin)))
            points[compared[change]] = points[compared[change]] with { IsChange = true };
        return new CurveHistory(key, points);
    }
}
