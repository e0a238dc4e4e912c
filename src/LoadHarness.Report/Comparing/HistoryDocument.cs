using LoadHarness.Analysis.History;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Sentences;
using LoadHarness.Report.Tables;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Comparing;

/// <summary>Tells how the curves of a scenario did from run to run.</summary>
public static class HistoryDocument
{
    /// <summary>The document: no format and no file.</summary>
    /// <param name="scenario">Name of the scenario.</param>
    /// <param name="curves">Its curves.</param>
    /// <param name="margin">Smallest change that was looked for, as a share.</param>
    public static IReadOnlyList<Block> Of(string scenario, IReadOnlyList<CurveHistory> curves, double margin)
    {
        if (curves.Count == 0)
            return [new ParagraphBlock($"No run of {Words.Name(scenario)} has found a capacity.")];
        var blocks = new List<Block>();
        foreach (var curve in curves)
        {
            blocks.Add(new HeadingBlock(3, $"{curve.Key.Workload} {curve.Key.Stage} on {Words.Name(curve.Key.Model)}"));
            blocks.Add(new TableBlock(Table(curve)));
            blocks.Add(new ParagraphBlock(Sentence(curve, margin)));
        }

        return blocks;
    }

    private static ReportTable Table(CurveHistory curve) => ReportTable.Of(
        curve.Points,
        new("Run", false, point => Words.Name(point.Run.RunId)),
        new("Commit", false, point => point.Run.Commit.Length > 0 ? Words.Name(point.Run.Commit) : NumberText.None),
        new("Profile", false, point => point.Run.Profile),
        new("Verdict", false, point => VerdictText.Kind(point.Verdict)),
        new("Levels out at, clients", true, point => VerdictText.Clients(point.Verdict)),
        new("Capacity, operations/s", true, point => VerdictText.Capacity(point.Verdict)),
        new("Server CPU per operation", true, point => Words.Time(point.CpuPerOperation_us)),
        new("Change", false, point => point.IsChange ? "from here on" : ""));

    private static string Sentence(CurveHistory curve, double margin)
    {
        var known = curve.Points.Count(point => !point.Verdict.IsLowerBound);
        var bounds = curve.Points.Count - known;
        var left = bounds == 0 ? ""
            : $" {Words.Plural(bounds, "run")} with a lower bound {(bounds == 1 ? "is" : "are")} left out.";
        if (curve.Levels_per_s.Count < 2)
        {
            return $"No change of {Words.Share(margin)} or more is shown by {Words.Plural(known, "run")}"
                + (known < 4 ? "; it takes four at least" : "") + "." + left;
        }

        var changes = curve.Points.Where(point => point.IsChange)
            .Select((point, i) => Change(point, curve.Levels_per_s[i], curve.Levels_per_s[i + 1]));
        return string.Join(" ", changes) + left;
    }

    private static string Change(HistoryPoint point, double before_per_s, double after_per_s) =>
        $"From run {Words.Name(point.Run.RunId)} on capacity is {Words.Rate(after_per_s)} instead of "
        + $"{Words.Rate(before_per_s)}, {Words.Share(Math.Abs(after_per_s / before_per_s - 1))} "
        + $"{(after_per_s > before_per_s ? "more" : "less")}.";
}
