using LoadHarness.Results;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>Did the run finish, and are its files whole?</summary>
internal static class RunEndAnalyser
{
    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        var manifest = context.Run.Manifest;
        if (manifest.State != RunState.Complete)
        {
            yield return new Finding
            {
                Code = FindingCode.RunInterrupted,
                Severity = manifest.State == RunState.Failed ? FindingSeverity.Error : FindingSeverity.Warning,
                Subjects = [],
                Numbers = [new("planned_s", manifest.PlannedBudget_s), new("spent_s", manifest.Spent_s)],
                Notes = [manifest.State.ToString().ToLowerInvariant(), manifest.Reason],
            };
        }

        if (context.Run.Problems.Count > 0)
        {
            yield return new Finding
            {
                Code = FindingCode.DamagedFiles,
                Severity = FindingSeverity.Warning,
                Subjects = [],
                Notes = context.Run.Problems,
            };
        }
    }
}
