using M = LoadHarness.Results.Columns.ColumnMaker<LoadHarness.Results.PeerRow>;

namespace LoadHarness.Results.Columns;

/// <summary>The columns of peers.csv.</summary>
internal static class PeerTable
{
    public static Table<PeerRow> Create() => new(
        "peers.csv",
        new PeerRow { Server = "", Tool = "" },
        [.. Key(), .. Span(), .. Reported()]);

    private static Column<PeerRow>[] Key() =>
    [
        M.Text("server", "Server that was loaded", Combine.Key,
            r => r.Server, (r, v) => r with { Server = v }),
        M.Text("tool", "Load tool; this program with its network loop", Combine.Key,
            r => r.Tool, (r, v) => r with { Tool = v }),
        M.Small("connections", "", "Connections, each with one request or batch outstanding", Combine.Key,
            r => r.Connections, (r, v) => r with { Connections = v }),
        M.Small("pipeline", "", "Requests of a batch", Combine.Key,
            r => r.Pipeline, (r, v) => r with { Pipeline = v }),
        M.Small("round", "", "Tools of the same round are compared", Combine.Key,
            r => r.Round, (r, v) => r with { Round = v }),
        M.Number("delay_us", "µs", "Delay that the server puts before every answer on purpose", Combine.Key, "#,0.#",
            r => r.Delay_us, (r, v) => r with { Delay_us = v }),
    ];

    private static Column<PeerRow>[] Span() =>
    [
        M.Number("length_s", "s", "Length of the span, which begins after start and warm-up", Combine.Sum, "0.00",
            r => r.Length_s, (r, v) => r with { Length_s = v }),
        M.Whole("operations", "", "Requests that the server counted in the span", Combine.Sum,
            r => r.Operations, (r, v) => r with { Operations = v }),
        M.Number("generator_cpu_s", "s", "CPU time of the tool's whole process in the span", Combine.Sum, "0.000",
            r => r.GeneratorCpu_s, (r, v) => r with { GeneratorCpu_s = v }),
        M.Number("server_cpu_s", "s", "CPU time of the server in the span", Combine.Sum, "0.000",
            r => r.ServerCpu_s, (r, v) => r with { ServerCpu_s = v }),
        M.Number("other_cpu_share", "", "CPU time of everybody else as a share of the machine's", Combine.Maximum,
            "0.000", r => r.OtherCpuShare, (r, v) => r with { OtherCpuShare = v }),
        M.Number("served_mean_us", "µs", "Mean time from arrival to answer, as the server itself measured it",
            Combine.Derived, "#,0.#", r => r.ServedMean_us, (r, v) => r with { ServedMean_us = v }),
    ];

    private static Column<PeerRow>[] Reported() =>
    [
        M.Number("reported_throughput_per_s", "1/s", "Throughput that the tool reports", Combine.Derived, "#,0.##",
            r => r.ReportedThroughput_per_s, (r, v) => r with { ReportedThroughput_per_s = v }),
        M.Number("reported_mean_us", "µs", "Mean latency that the tool reports", Combine.Derived, "#,0.#",
            r => r.ReportedMean_us, (r, v) => r with { ReportedMean_us = v }),
        M.Number("reported_p50_us", "µs", "Median latency that the tool reports", Combine.Derived, "#,0.#",
            r => r.ReportedP50_us, (r, v) => r with { ReportedP50_us = v }),
        M.Number("reported_p99_us", "µs", "Latency that 99 % did not exceed, as the tool reports", Combine.Derived,
            "#,0.#", r => r.ReportedP99_us, (r, v) => r with { ReportedP99_us = v }),
        M.Whole("errors", "", "Failed requests that the tool reports", Combine.Sum,
            r => r.Errors, (r, v) => r with { Errors = v }),
    ];
}
