using LoadHarness.Results;

namespace LoadHarness.Report;

/// <summary>Rows of a run as the report needs them.</summary>
internal static class RawRows
{
    /// <summary>Name of the row that adds up the operation types of a stage.</summary>
    public const string Total = "total";

    /// <summary>One row for each visit of a level: the total where a stage mixes types, else the only row.</summary>
    public static IEnumerable<LevelRow> Totals(StoredRun run) => run.Levels.GroupBy(row => row.Key.Sequence)
        .Select(visit => visit.FirstOrDefault(row => IsTotal(row)) ?? visit.First());

    /// <summary>Whether the row adds up others.</summary>
    public static bool IsTotal(LevelRow row) => string.Equals(row.Operation, Total, StringComparison.Ordinal);
}
