using M = LoadHarness.Results.Columns.ColumnMaker<LoadHarness.Results.HistoryRow>;

namespace LoadHarness.Results.Columns;

/// <summary>The columns of histories.csv.</summary>
internal static class HistoryTable
{
    public static Table<HistoryRow> Create() => new(
        "histories.csv",
        new HistoryRow { Key = default },
        [
            .. M.Key(r => r.Key, (r, key) => r with { Key = key }),
            M.Choice("state", "linearizable, violated or undecided", Combine.Derived,
                r => r.State, (r, v) => r with { State = v }),
            M.Whole("operations", "", "Operations that were checked", Combine.Sum,
                r => r.Operations, (r, v) => r with { Operations = v }),
            M.Whole("unchecked", "", "Operations after those, for which there was no room", Combine.Sum,
                r => r.Unchecked, (r, v) => r with { Unchecked = v }),
            M.Whole("unanswered", "", "Operations among those checked whose answer never came", Combine.Sum,
                r => r.Unanswered, (r, v) => r with { Unanswered = v }),
            M.Small("keys", "", "Keys that the clients contended for", Combine.Maximum,
                r => r.Keys, (r, v) => r with { Keys = v }),
            M.Small("most_at_once", "", "Most operations on one key at the same time", Combine.Maximum,
                r => r.MostAtOnce, (r, v) => r with { MostAtOnce = v }),
            M.Number("longest_us", "µs", "Longest operation", Combine.Maximum, "#,0.#",
                r => r.Longest_us, (r, v) => r with { Longest_us = v }),
            M.Text("violated_key", "Key with a contradiction", Combine.Latest,
                r => r.ViolatedKey, (r, v) => r with { ViolatedKey = v }),
            M.Text("violation", "What contradicts what, in a word", Combine.Latest,
                r => r.Violation, (r, v) => r with { Violation = v }),
        ]);
}
