using M = LoadHarness.Results.Columns.ColumnMaker<LoadHarness.Results.ViolationRow>;

namespace LoadHarness.Results.Columns;

/// <summary>The columns of violations.csv.</summary>
internal static class ViolationTable
{
    public static Table<ViolationRow> Create() => new(
        "violations.csv",
        new ViolationRow { Key = default },
        [
            .. M.Key(r => r.Key, (r, key) => r with { Key = key }),
            M.Text("table_key", "Key of the table", Combine.Key,
                r => r.TableKey, (r, v) => r with { TableKey = v }),
            M.Small("client", "", "Number of the client, from 0", Combine.Key,
                r => r.Client, (r, v) => r with { Client = v }),
            M.Text("operation", "write, read or remove", Combine.Key,
                r => r.Operation, (r, v) => r with { Operation = v }),
            M.Whole("value", "", "Number of the value written, seen or taken away; 0: the key was not there",
                Combine.Key, r => r.Value, (r, v) => r with { Value = v }),
            M.Number("call_us", "µs", "When it was sent, after the first of them", Combine.Minimum, "#,0.0",
                r => r.Call_us, (r, v) => r with { Call_us = v }),
            M.Number("return_us", "µs", "When its answer was there; empty when none came", Combine.Maximum, "#,0.0",
                r => r.Return_us, (r, v) => r with { Return_us = v }),
        ]);
}
