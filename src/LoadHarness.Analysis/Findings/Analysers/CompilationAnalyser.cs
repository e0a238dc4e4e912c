namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>
/// A .NET server compiles code for more than 5 % of the time where it is as fast as it gets: it was not warm yet, and
/// the margin of a comparison is as large.
/// </summary>
internal static class CompilationAnalyser
{
    private const double Limit = 0.05;

    public static IEnumerable<Finding> Analyse(FindingContext context) =>
        from curve in context.Curves
        let level = curve.AtCapacity
        where level?.Resources.CompileShare > Limit
        select new Finding
        {
            Code = FindingCode.Compiling,
            Severity = FindingSeverity.Warning,
            Subjects = [curve.Key],
            Numbers = [new("clients", level.Clients), new("compile_share", level.Resources.CompileShare)],
        };
}
