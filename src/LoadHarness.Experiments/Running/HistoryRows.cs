using System.Globalization;
using LoadHarness.Analysis.Linearizability;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>Makes rows of what a level's history tells. Pure.</summary>
internal static class HistoryRows
{
    /// <summary>The row for histories.csv.</summary>
    public static HistoryRow Of(RunKey key, HistoryReading reading) => new()
    {
        Key = key,
        State = reading.Verdict switch
        {
            HistoryVerdict.Linearizable => HistoryState.Linearizable,
            HistoryVerdict.Violated => HistoryState.Violated,
            _ => HistoryState.Undecided,
        },
        Operations = reading.Operations,
        Unchecked = reading.Unchecked,
        Unanswered = reading.Unanswered,
        Keys = reading.Keys,
        MostAtOnce = reading.MostAtOnce,
        Longest_us = reading.Longest_ns / 1000.0,
        ViolatedKey = reading.Key,
        Violation = reading.Verdict == HistoryVerdict.Violated ? Word(reading.Kind) : "",
    };

    /// <summary>The rows for violations.csv.</summary>
    public static IReadOnlyList<ViolationRow> Violations(RunKey key, HistoryReading reading)
    {
        if (reading.Proof.Count == 0) return [];
        var first_ns = reading.Proof.Min(operation => operation.Call_ns);
        return
        [
            .. reading.Proof.Select(operation => new ViolationRow
            {
                Key = key,
                TableKey = reading.Key,
                Client = operation.Client,
                Operation = operation.Kind.ToString().ToLowerInvariant(),
                Value = operation.Value,
                Call_us = (operation.Call_ns - first_ns) / 1000.0,
                Return_us = operation.IsKnown ? (operation.Return_ns - first_ns) / 1000.0 : double.NaN,
            }),
        ];
    }

    /// <summary>What there is to object to in the level.</summary>
    public static ValidityIssue? Objection(HistoryReading? reading) => reading?.Verdict switch
    {
        HistoryVerdict.Violated => new ValidityIssue(
            ValidityCode.NotLinearizable, ValidityGrade.Invalid, string.Create(
                CultureInfo.InvariantCulture, $"key {reading.Key}, {Word(reading.Kind)}")),
        HistoryVerdict.Undecided => new ValidityIssue(
            ValidityCode.NotLinearizable, ValidityGrade.Suspect, "too many operations at once to tell"),
        _ => null,
    };

    private static string Word(ViolationKind kind) => kind switch
    {
        ViolationKind.NeverWritten => "never-written",
        ViolationKind.BeforeWritten => "before-written",
        ViolationKind.RemovedTwice => "removed-twice",
        ViolationKind.AfterRemoved => "after-removed",
        ViolationKind.Replaced => "replaced",
        ViolationKind.Missed => "missed",
        _ => "other",
    };
}
