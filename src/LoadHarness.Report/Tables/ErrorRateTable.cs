using LoadHarness.Analysis.Simulation;
using LoadHarness.Report.Text;

namespace LoadHarness.Report.Tables;

/// <summary>How often the analysis is right about made-up servers.</summary>
public static class ErrorRateTable
{
    /// <summary>Builds the table.</summary>
    public static ReportTable Of(IEnumerable<ErrorRate> rates) => ReportTable.Of(
        rates,
        new("What had to be told", false, rate => rate.Question),
        new("Server", false, rate => rate.Server),
        new("Servers", true, rate => NumberText.Count(rate.Trials)),
        new("Right", true, rate => Words.Share(rate.Share)),
        new("95 % interval", true, rate => $"{Words.Share(rate.Interval.Low)} – {Words.Share(rate.Interval.High)}"),
        new("Goal", false, Goal),
        new("Met", false, rate => rate.IsMet ? "yes" : "no"));

    private static string Goal(ErrorRate rate) => rate.Most < 1
        ? $"{Words.Share(rate.Least)} – {Words.Share(rate.Most)}"
        : $"at least {Words.Share(rate.Least)}";
}
