using System.Globalization;
using LoadHarness.Analysis.Levels;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>Levels that failed their checks, and windows in which others used the machine.</summary>
internal static class LevelCheckAnalyser
{
    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        foreach (var curve in context.Curves)
        {
            var bad = curve.Levels.Where(l => l.Validity.Grade != ValidityGrade.Valid).ToList();
            if (bad.Count == 0) continue;
            var invalid = bad.Count(l => l.Validity.Grade == ValidityGrade.Invalid);
            yield return new Finding
            {
                Code = FindingCode.LevelsNotValid,
                Severity = invalid > 0 ? FindingSeverity.Warning : FindingSeverity.Information,
                Subjects = [curve.Key],
                Numbers =
                [
                    new("invalid_levels", invalid), new("suspect_levels", bad.Count - invalid),
                    new("all_levels", curve.Levels.Count),
                ],
                Notes = [.. Objections(bad)],
            };
        }

        var disturbed = context.Run.Windows.Count(w => w.State == WindowState.Disturbed);
        if (disturbed == 0) yield break;
        yield return new Finding
        {
            Code = FindingCode.DisturbedWindows,
            Severity = FindingSeverity.Information,
            Subjects = [],
            Numbers =
            [
                new("disturbed_windows", disturbed), new("all_windows", context.Run.Windows.Count),
                new("share", (double)disturbed / context.Run.Windows.Count),
            ],
        };
    }

    private static IEnumerable<string> Objections(IReadOnlyList<LevelSummary> levels) => levels
        .SelectMany(level => level.Validity.Issues.Select(issue => (issue.Code, level.Clients)))
        .Distinct()
        .GroupBy(one => one.Code, one => one.Clients.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal)
        .Select(one => $"{one.Key} {string.Join(", ", one)}");
}
