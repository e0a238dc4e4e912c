using LoadHarness.Analysis.Overloads;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Report.Sentences;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Tables;

/// <summary>What overload did and whether servers came back: one row for each curve that was tried.</summary>
internal static class OverloadTable
{
    /// <summary>Explains the columns.</summary>
    public const string Legend =
        "Three visits one behind the other on the same start: the levelled-out point, several times its clients, and "
            + "the point again. Change: throughput relative to the first of the three, with its 90 % interval; it "
            + "holds or recovers if all of it lies above −4.8 % (a ratio of 1/1.05), it falls or stays lower if all "
            + "of it lies below. Latency exponent: 1 means in proportion to the clients, as when they only wait "
            + "longer; with its 95 % interval.";

    /// <summary>Whether any curve was tried.</summary>
    public static bool IsTried(ReportPart part) =>
        part.Curves.Any(curve => curve.Overload.Outcome != OverloadOutcome.NotTested);

    /// <summary>Builds the table; without rows when nothing was tried.</summary>
    public static ReportTable Of(ReportPart part) => ReportTable.Of(
        part.Curves.Where(curve => curve.Overload.Outcome != OverloadOutcome.NotTested),
        new("Operation", false, curve => curve.Key.Stage),
        new("Model", false, curve => Words.Name(curve.Key.Model)),
        new("Clients", true, curve => NumberText.Count(curve.Overload.Clients)),
        new("Before, operations/s", true, curve => IntervalText.Rate(curve.Overload.Before)),
        new("Overload, clients", true, curve => NumberText.Count(curve.Overload.OverloadClients)),
        new("Overload, operations/s", true, curve => IntervalText.Rate(curve.Overload.During)),
        new("Change", true, curve => Change(curve.Overload.Change)),
        new("Latency exponent", true, curve => Exponent(curve.Overload)),
        new("After, operations/s", true, curve => IntervalText.Rate(curve.Overload.After)),
        new("Change after", true, curve => Change(curve.Overload.ChangeAfter)),
        new("In short", false, OverloadWords.Short));

    private static string Change(MeanEstimate logarithm) => double.IsNaN(logarithm.Mean)
        ? NumberText.None
        : $"{Share(logarithm.Mean)} ({Share(logarithm.LowerBound)} – {Share(logarithm.UpperBound)})";

    private static string Exponent(OverloadAnalysis tried) =>
        IntervalText.Ratio(tried.Exponent.ToInterval(tried.During.Count, IntervalBasis.Windows));

    private static string Share(double logarithm) => Words.Share(Math.Exp(logarithm) - 1);
}
