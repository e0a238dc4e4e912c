using LoadHarness.Analysis.Curves;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>
/// How far restarts agree: a variation above 5 % is told, and so is that there was only one start (METHOD.md B.9).
/// </summary>
internal static class NoiseAnalyser
{
    private const double Noisy = 0.05;

    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        foreach (var curve in context.Curves.Where(c => c.Verdict.StartCv > Noisy))
        {
            yield return new Finding
            {
                Code = FindingCode.NoisyStarts,
                Severity = FindingSeverity.Warning,
                Subjects = [curve.Key],
                Numbers = [new("cv", curve.Verdict.StartCv), new("starts", curve.Verdict.Starts)],
            };
        }

        var single = context.Curves
            .Where(c => c.Verdict is { Kind: not (VerdictKind.Undecided or VerdictKind.Held), Starts: < 2 }).ToList();
        if (single.Count == 0) yield break;
        yield return new Finding
        {
            Code = FindingCode.SingleStart,
            Severity = FindingSeverity.Warning,
            Subjects = [.. single.Select(c => c.Key)],
            Numbers = [new("curves", single.Count)],
        };
    }
}
