using M = LoadHarness.Results.Columns.ColumnMaker<LoadHarness.Results.ConnectionRow>;

namespace LoadHarness.Results.Columns;

/// <summary>The columns of connections.csv.</summary>
internal static class ConnectionTable
{
    public static Table<ConnectionRow> Create() => new(
        "connections.csv",
        new ConnectionRow { Model = "" },
        [.. Key(), .. Held()]);

    private static Column<ConnectionRow>[] Key() =>
    [
        M.Text("model", "Server model", Combine.Key,
            r => r.Model, (r, v) => r with { Model = v }),
        M.Small("server_processes", "", "Processes of the server", Combine.Key,
            r => r.ServerProcesses, (r, v) => r with { ServerProcesses = v }),
        M.Text("loop", "Network loop of the generators", Combine.Key,
            r => r.Loop, (r, v) => r with { Loop = v }),
        M.Small("generator_processes", "", "Generator processes, each with a source address of its own", Combine.Key,
            r => r.GeneratorProcesses, (r, v) => r with { GeneratorProcesses = v }),
        M.Small("requested", "", "Connections asked for, over all generators", Combine.Key,
            r => r.Requested, (r, v) => r with { Requested = v }),
    ];

    private static Column<ConnectionRow>[] Held() =>
    [
        M.Small("connected", "", "Connections that were up", Combine.Minimum,
            r => r.Connected, (r, v) => r with { Connected = v }),
        M.Number("length_s", "s", "How long all of them were held", Combine.Sum, "0.00",
            r => r.Length_s, (r, v) => r with { Length_s = v }),
        M.Whole("operations", "", "Correct operations on them", Combine.Sum,
            r => r.Operations, (r, v) => r with { Operations = v }),
        M.Whole("errors", "", "Operations that ended in any other way", Combine.Sum,
            r => r.Errors, (r, v) => r with { Errors = v }),
        M.Whole("generator_bytes", "bytes", "Resident memory that the connections added to all generators",
            Combine.Maximum, r => r.Generator_bytes, (r, v) => r with { Generator_bytes = v }),
        M.Whole("server_bytes", "bytes", "Resident memory that the connections added to the server",
            Combine.Maximum, r => r.Server_bytes, (r, v) => r with { Server_bytes = v }),
    ];
}
