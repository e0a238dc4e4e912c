using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Curves;
using LoadHarness.Report.Sentences;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Tables;

/// <summary>The evidence on whose limit it is: one row for each curve that was asked.</summary>
internal static class CauseTable
{
    /// <summary>Explains the columns.</summary>
    public const string Legend =
        "All at the same number of clients, with nothing else changed. Ceiling: throughput of a null server in the "
            + "server's place, with messages of the same mean sizes; its clients only compare bytes. The ceiling alone "
            + "is a proof where throughput is at most 70 % of it and the generator's busiest thread uses at most 70 % "
            + "of its CPU. Otherwise the generator gets extra work for every operation, a share of the CPU time it "
            + "takes for one: a generator that is the limit loses throughput in step (9.1 % and 16.7 %), one that is "
            + "not loses nothing as long as it has CPU time to spare. In brackets: 90 % intervals. Half of the loss in "
            + "step divides the two.";

    /// <summary>Builds the table; without rows when nobody asked.</summary>
    public static ReportTable Of(ReportPart part) => ReportTable.Of(
        part.Curves.Where(curve => curve.Cause.Limit != LimitKind.NotTested),
        new("Operation", false, curve => curve.Key.Stage),
        new("Model", false, curve => Words.Name(curve.Key.Model)),
        new("Clients", true, curve => NumberText.Count(curve.Cause.Clients)),
        new("Throughput, operations/s", true, curve => IntervalText.Rate(curve.Cause.Throughput)),
        new("Generator's CPU", true, curve => Words.Share(curve.Cause.GeneratorShare)),
        new("Ceiling, operations/s", true, curve => IntervalText.Rate(curve.Cause.Ceiling)),
        new("Share of it", true, curve => Words.Share(curve.Cause.CeilingShare)),
        new("Extra work: loss", false, Losses),
        new("One thread more", true, Gain),
        new("Whose limit", false, CauseWords.Short));

    private static string Losses(CurveAnalysis curve) => curve.Cause.Doses.Count == 0
        ? NumberText.None
        : string.Join("; ", curve.Cause.Doses.Select(dose =>
            $"{Words.Share(dose.Share)}: {Words.Share(dose.LostShare)} "
            + $"({Words.Share(dose.LostAtLeast)} – {Words.Share(dose.LostAtMost)})"));

    private static string Gain(CurveAnalysis curve)
    {
        var gain = curve.Cause.MoreGain;
        return double.IsNaN(gain.Mean)
            ? NumberText.None
            : $"{Change(gain.Mean)} ({Change(gain.LowerBound)} – {Change(gain.UpperBound)})";
    }

    private static string Change(double logarithm) => Words.Share(Math.Exp(logarithm) - 1);
}
