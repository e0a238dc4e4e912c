using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Laws;
using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>Which law throughput follows as clients increase (METHOD.md B.4).</summary>
internal static class LawAnalyser
{
    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        foreach (var curve in context.Curves)
        {
            if (curve.Law is { } law) yield return Of(curve.Key, law);
        }
    }

    private static Finding Of(CurveKey curve, LawReading reading)
    {
        var (choice, best) = (reading.Choice, reading.Choice.Best);
        var rival = choice.Fits.Where(fit => fit != best).MinBy(fit => fit.Aicc)!;
        return new Finding
        {
            Code = FindingCode.LawChosen,
            Severity = FindingSeverity.Information,
            Subjects = [curve],
            Numbers =
            [
                new("weight", choice.BestWeight),
                new("per_client_per_s", best.Law.PerClient_per_s),
                .. Numbers(reading.Spread.KneeClients, "knee_clients", "knee_low", "knee_high"),
                .. Numbers(
                    reading.Spread.Ceiling_per_s, "ceiling_per_s", "ceiling_low_per_s", "ceiling_high_per_s"),
                new("residual_share", best.TypicalResidual),
                new("from_clients", reading.FromClients), new("to_clients", reading.ToClients),
                new("levels_beyond_knee", reading.LevelsBeyondKnee),
                .. Parameters(best.Law),
                .. choice.IsDecisive ? [] : new Evidence[] { new("rival_weight", choice.Weights[(int)rival.Kind]) },
            ],
            Notes = choice.IsDecisive ? [best.Kind.ToString()] : [best.Kind.ToString(), rival.Kind.ToString()],
        };
    }

    private static Evidence[] Numbers(Interval interval, string estimate, string low, string high) =>
        [new(estimate, interval.Estimate), new(low, interval.Low), new(high, interval.High)];

    private static Evidence[] Parameters(ScalingLaw law) => law switch
    {
        SmoothHingeLaw smooth => [new("sharpness", smooth.Sharpness)],
        ContentionLaw contention => [new("contention_share", contention.Contention)],
        UniversalLaw universal =>
            [new("contention_share", universal.Contention), new("coherency", universal.Coherency)],
        _ => [],
    };
}
