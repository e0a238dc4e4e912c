using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Curves;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>
/// Who is the limit, where an experiment asked. That the load generator is stands in the verdict of the curve.
/// </summary>
internal static class LimitAnalyser
{
    public static IEnumerable<Finding> Analyse(FindingContext context) => context.Curves
        .Where(curve => curve.Verdict.Kind is VerdictKind.LevelsOut or VerdictKind.Falls
            && curve.Cause.Limit is LimitKind.Server or LimitKind.Undecided)
        .Select(Of);

    /// <summary>The numbers of a test that changed the generator; empty when none did.</summary>
    internal static IEnumerable<Evidence> OfChange(CauseAnalysis cause, LimitProof proof)
    {
        if (proof == LimitProof.MoreGenerators) return [new("more_gain_share", Math.Exp(cause.MoreGain.Mean) - 1)];
        if (proof != LimitProof.ExtraWork) return [];
        var dose = cause.Limit == LimitKind.Server
            ? cause.Doses.MinBy(one => one.Loss.UpperBound / one.InStep)!
            : cause.Doses[^1];
        return
        [
            new("work_share", dose.Share), new("lost_share", dose.LostShare),
            new("lost_at_least_share", dose.LostAtLeast), new("lost_at_most_share", dose.LostAtMost),
        ];
    }

    private static Finding Of(CurveAnalysis curve)
    {
        var cause = curve.Cause;
        var isDecided = cause.Limit == LimitKind.Server;
        return new Finding
        {
            Code = isDecided ? FindingCode.ServerIsLimit : FindingCode.LimitUndecided,
            Severity = isDecided ? FindingSeverity.Information : FindingSeverity.Warning,
            Subjects = [curve.Key],
            Numbers = isDecided ? Decided(cause) : Undecided(cause),
        };
    }

    private static IReadOnlyList<Evidence> Decided(CauseAnalysis cause) =>
    [
        new("clients", cause.Clients),
        .. cause.Proof == LimitProof.Ceiling ? OfCeiling(cause) : OfChange(cause, cause.Proof),
    ];

    private static IReadOnlyList<Evidence> Undecided(CauseAnalysis cause) =>
    [
        new("clients", cause.Clients),
        new("unsound_visits", cause.UnsoundVisits),
        .. OfCeiling(cause),
        .. cause.Doses.Count > 0 ? OfChange(cause, LimitProof.ExtraWork) : [],
        .. double.IsNaN(cause.MoreGain.Mean) ? [] : OfChange(cause, LimitProof.MoreGenerators),
    ];

    private static Evidence[] OfCeiling(CauseAnalysis cause) =>
        [new("ceiling_share", cause.CeilingShare), new("generator_cpu_share", cause.GeneratorShare)];
}
