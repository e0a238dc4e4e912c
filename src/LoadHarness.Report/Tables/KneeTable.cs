using LoadHarness.Analysis.Curves;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Tables;

/// <summary>Where each curve turns, by the readings in use.</summary>
internal static class KneeTable
{
    /// <summary>Explains the columns.</summary>
    public const string Legend =
        "These readings answer different questions, and the first is the one this report goes by. Asymptotes: where "
            + "the throughput of a client alone, times the clients, would meet the capacity. Power: where throughput "
            + "over mean latency is largest. Geometric: where the curve bends most to the eye; it depends on how far "
            + "the ladder went (Kneedle). Law: where the law that fits best turns. Falls: behind which throughput "
            + "falls. All in clients.";

    /// <summary>Builds the table; it has no rows where nothing turns.</summary>
    public static ReportTable Of(ReportPart part) => ReportTable.Of(
        part.Stages.SelectMany(stage => part.Models.Select(model => part.Curve(model, stage)).OfType<CurveAnalysis>())
            .Where(curve => curve.Verdict.Kind != VerdictKind.Held && curve.Levels.Count > 1),
        new("Operation", false, curve => curve.Key.Stage),
        new("Model", false, curve => Words.Name(curve.Key.Model)),
        new("Levels out", true, curve => Count(curve.Knees.Plateau)),
        new("Asymptotes", true, curve => NumberText.Digits(curve.Knees.Asymptotes)),
        new("Power", true, curve => Count(curve.Knees.Power)),
        new("Geometric", true, curve => Count(curve.Knees.Geometric)),
        new("Law", true, curve => Within(curve)),
        new("Falls", true, curve => Count(curve.Knees.Breakdown)));

    private static string Count(int clients) => clients > 0 ? NumberText.Count(clients) : NumberText.None;

    /// <summary>A turn beyond the levels measured is an extrapolation and not shown as a number.</summary>
    private static string Within(CurveAnalysis curve) =>
        curve.Knees.Law > curve.Levels[^1].Clients ? "beyond the levels" : NumberText.Digits(curve.Knees.Law);
}
