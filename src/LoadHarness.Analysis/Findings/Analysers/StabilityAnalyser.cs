using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Stability;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>Whether the server's memory, descriptors, threads or sockets grow through a long level.</summary>
internal static class StabilityAnalyser
{
    public static IEnumerable<Finding> Analyse(FindingContext context) =>
        StabilityReader.Of(context.Run).Select(reading => new Finding
        {
            Code = CodeOf(reading.Verdict),
            Severity = reading.Verdict == GrowthVerdict.Grows ? FindingSeverity.Warning : FindingSeverity.Information,
            Subjects = [CurveKey.Of(reading.Key)],
            Numbers =
            [
                new("clients", reading.Key.Clients), new("length_s", reading.Length_s),
                .. reading.Growths.Where(growth => growth.Verdict != GrowthVerdict.Unknown).SelectMany(Numbers),
            ],
            Notes =
            [
                .. reading.Growths.Where(growth => growth.Verdict == reading.Verdict).Select(growth => growth.Name),
            ],
        });

    private static FindingCode CodeOf(GrowthVerdict verdict) => verdict switch
    {
        GrowthVerdict.Grows => FindingCode.GrowsOverTime,
        GrowthVerdict.Undecided => FindingCode.GrowthUndecided,
        _ => FindingCode.SteadyOverTime,
    };

    private static IEnumerable<Evidence> Numbers(Growth growth) =>
    [
        new("per_hour", growth.PerHour.Slope, growth.Name), new("low", growth.PerHour.Low, growth.Name),
        new("high", growth.PerHour.High, growth.Name), new("bound", growth.Bound, growth.Name),
    ];
}
