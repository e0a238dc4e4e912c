using LoadHarness.Analysis.Levels;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>
/// What a .NET server does beside its work takes more of the time, where it is as fast as it gets, than it may.
/// </summary>
internal static class TimeShareAnalyser
{
    private static readonly (
        FindingCode Code, FindingSeverity Severity, double Limit, string Name, Func<ResourceSummary, double> Get)[]
        _shares =
    [
        // METHOD.md B.8.
        (FindingCode.GcBound, FindingSeverity.Information, 0.10, "gc_pause_share", used => used.GcPauseShare),
        // A server that compiles was not warm yet, and the margin of a comparison is as large.
        (FindingCode.Compiling, FindingSeverity.Warning, 0.05, "compile_share", used => used.CompileShare),
    ];

    public static IEnumerable<Finding> Analyse(FindingContext context) =>
        from share in _shares
        from curve in context.Curves
        let level = curve.AtCapacity
        where level is not null && share.Get(level.Resources) > share.Limit
        select new Finding
        {
            Code = share.Code,
            Severity = share.Severity,
            Subjects = [curve.Key],
            Numbers = [new("clients", level.Clients), new(share.Name, share.Get(level.Resources))],
        };
}
