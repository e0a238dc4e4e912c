using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Levels;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>Operations that failed.</summary>
internal static class ErrorAnalyser
{
    /// <summary>What the first faulty answer of the stage looked like, as the run told.</summary>
    private static IEnumerable<string> Example(FindingContext context, CurveKey curve) => context.Run.Events
        .Where(happened => string.Equals(happened.Kind, EventKind.FaultyAnswer, StringComparison.Ordinal)
            && string.Equals(happened.Model, curve.Model, StringComparison.Ordinal)
            && happened.Detail.StartsWith($"{curve.Stage}: ", StringComparison.Ordinal))
        .Select(happened => happened.Detail[(curve.Stage.Length + 2)..]).Take(1);

    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        foreach (var curve in context.Curves)
        {
            var bad = curve.Levels.Where(l => l.Errors.Total > 0).ToList();
            if (bad.Count == 0) continue;
            long Sum(Func<ErrorCounts, long> kind) => bad.Sum(l => kind(l.Errors));
            yield return new Finding
            {
                Code = FindingCode.ErrorsSeen,
                Severity = Sum(e => e.WrongAnswers) > 0 ? FindingSeverity.Error : FindingSeverity.Warning,
                Subjects = [curve.Key],
                Numbers =
                [
                    new("wrong_answers", Sum(e => e.WrongAnswers)), new("connect_errors", Sum(e => e.ConnectErrors)),
                    new("refused", Sum(e => e.Refused)), new("resets", Sum(e => e.Resets)),
                    new("timeouts", Sum(e => e.Timeouts)), new("first_clients", bad[0].Clients),
                ],
                Notes = [.. Example(context, curve.Key)],
            };
        }
    }
}
