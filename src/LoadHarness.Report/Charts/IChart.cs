using LoadHarness.Report.Documents;

namespace LoadHarness.Report.Charts;

/// <summary>Turns one workload of a run into one figure.</summary>
internal interface IChart
{
    /// <summary>The figure with its caption, or null when the run holds nothing to show.</summary>
    FigureBlock? Draw(ReportPart part);
}
