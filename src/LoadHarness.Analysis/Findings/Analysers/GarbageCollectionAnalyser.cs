namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>Garbage collection takes more than 10 % of the time (METHOD.md B.8).</summary>
internal static class GarbageCollectionAnalyser
{
    private const double Limit = 0.10;

    public static IEnumerable<Finding> Analyse(FindingContext context) =>
        from curve in context.Curves
        let level = curve.AtCapacity
        where level?.Resources.GcPauseShare > Limit
        select new Finding
        {
            Code = FindingCode.GcBound,
            Severity = FindingSeverity.Information,
            Subjects = [curve.Key],
            Numbers = [new("clients", level.Clients), new("gc_pause_share", level.Resources.GcPauseShare)],
        };
}
