using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Overloads;
using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>What several times the clients do to a server, and whether it comes back, where it was tried.</summary>
internal static class OverloadAnalyser
{
    public static IEnumerable<Finding> Analyse(FindingContext context) => context.Curves
        .Where(curve => curve.Overload.Outcome != OverloadOutcome.NotTested).SelectMany(Of);

    private static IEnumerable<Finding> Of(CurveAnalysis curve)
    {
        var tried = curve.Overload;
        yield return tried.Outcome switch
        {
            OverloadOutcome.Holds =>
                Make(curve, FindingCode.HoldsUnderOverload, FindingSeverity.Information, During(tried)),
            OverloadOutcome.Falls =>
                Make(curve, FindingCode.FallsUnderOverload, FindingSeverity.Warning, During(tried)),
            _ => Make(curve, FindingCode.OverloadUndecided, FindingSeverity.Information, During(tried)),
        };
        if (tried.Recovery == RecoveryOutcome.NotTested) yield break;
        yield return tried.Recovery switch
        {
            RecoveryOutcome.Recovers =>
                Make(curve, FindingCode.RecoversFromOverload, FindingSeverity.Information, After(tried)),
            RecoveryOutcome.StaysLower =>
                Make(curve, FindingCode.DoesNotRecover, FindingSeverity.Warning, After(tried)),
            _ => Make(curve, FindingCode.OverloadUndecided, FindingSeverity.Information, After(tried)),
        };
    }

    private static Finding Make(
        CurveAnalysis curve, FindingCode code, FindingSeverity severity, IReadOnlyList<Evidence> numbers) => new()
        {
            Code = code,
            Severity = severity,
            Subjects = [curve.Key],
            Numbers = numbers,
            Notes = curve.Overload.Objection.Length > 0 ? [curve.Overload.Objection] : [],
        };

    private static IReadOnlyList<Evidence> During(OverloadAnalysis tried)
    {
        var exponent = tried.Exponent.ToInterval(tried.During.Count, IntervalBasis.Windows);
        return
        [
            .. Levels(tried), new("overload_per_s", tried.During.Estimate), .. Change(tried.Change),
            new("exponent", exponent.Estimate), new("exponent_low", exponent.Low), new("exponent_high", exponent.High),
        ];
    }

    private static IReadOnlyList<Evidence> After(OverloadAnalysis tried) =>
        [.. Levels(tried), new("after_per_s", tried.After.Estimate), .. Change(tried.ChangeAfter)];

    private static Evidence[] Levels(OverloadAnalysis tried) =>
    [
        new("clients", tried.Clients), new("overload_clients", tried.OverloadClients),
        new("before_per_s", tried.Before.Estimate),
    ];

    private static Evidence[] Change(MeanEstimate logarithm) =>
    [
        new("change_share", Math.Exp(logarithm.Mean) - 1), new("change_low_share", Math.Exp(logarithm.LowerBound) - 1),
        new("change_high_share", Math.Exp(logarithm.UpperBound) - 1),
    ];
}
