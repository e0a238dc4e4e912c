using M = LoadHarness.Results.Columns.ColumnMaker<LoadHarness.Results.LevelRow>;

namespace LoadHarness.Results.Columns;

/// <summary>The columns of levels.csv.</summary>
internal static class LevelTable
{
    public static Table<LevelRow> Create() => new(
        "levels.csv",
        new LevelRow { Key = default, Operation = "" },
        [
            .. M.Key(r => r.Key, (r, key) => r with { Key = key }),
            .. Measured(),
            .. Throughput(),
            .. Latency(),
            .. Failures(),
            .. Checks(),
            .. Factors(),
            .. Generator(),
            .. OpenColumns.All(),
        ]);

    private static Column<LevelRow>[] Measured() =>
    [
        M.Text("operation", "Operation type, or total", Combine.Key,
            r => r.Operation, (r, v) => r with { Operation = v }),
        M.Small("engine_runs", "", "Runs of the load engine that the level took", Combine.Sum,
            r => r.EngineRuns, (r, v) => r with { EngineRuns = v }),
        M.Small("connected_clients", "", "Clients whose connection was up at the start", Combine.Minimum,
            r => r.ConnectedClients, (r, v) => r with { ConnectedClients = v }),
        M.Number("start_s", "s", "Start since the run's start", Combine.Minimum, "0.0",
            r => r.Start_s, (r, v) => r with { Start_s = v }),
        M.Number("measured_s", "s", "Summed length of the windows that count", Combine.Sum, "0.00",
            r => r.Measured_s, (r, v) => r with { Measured_s = v }),
        M.Small("kept_windows", "", "Windows that count", Combine.Sum,
            r => r.KeptWindows, (r, v) => r with { KeptWindows = v }),
        M.Small("warmup_windows", "", "Windows cut off as warm-up of the level", Combine.Sum,
            r => r.WarmupWindows, (r, v) => r with { WarmupWindows = v }),
        M.Small("disturbed_windows", "", "Windows dropped because others used the machine", Combine.Sum,
            r => r.DisturbedWindows, (r, v) => r with { DisturbedWindows = v }),
    ];

    private static Column<LevelRow>[] Throughput() =>
    [
        M.Whole("operations", "", "Correct operations in the windows that count", Combine.Sum,
            r => r.Operations, (r, v) => r with { Operations = v }),
        M.Number("throughput_per_s", "1/s", "Correct operations per second", Combine.Derived, "#,0.#",
            r => r.Throughput_per_s, (r, v) => r with { Throughput_per_s = v }),
        M.Number("throughput_half_width_per_s", "1/s",
            "Half width of the 95 % interval of the throughput, from batch means",
            Combine.Derived, "#,0.#",
            r => r.ThroughputHalfWidth_per_s, (r, v) => r with { ThroughputHalfWidth_per_s = v }),
        M.Number("window_cv", "", "Standard deviation of the windows' throughput over its mean", Combine.Maximum,
            "0.000",
            r => r.WindowCv, (r, v) => r with { WindowCv = v }),
        M.Number("window_lag1", "", "Correlation of the throughput of successive windows", Combine.Derived, "0.00",
            r => r.WindowLag1, (r, v) => r with { WindowLag1 = v }),
    ];

    private static Column<LevelRow>[] Latency() =>
    [
        M.Number("latency_mean_us", "µs", "Mean latency of correct operations", Combine.Derived, "#,0.#",
            r => r.LatencyMean_us, (r, v) => r with { LatencyMean_us = v }),
        M.Number("latency_p50_us", "µs", "Half of the operations took at most this", Combine.Derived, "#,0.#",
            r => r.LatencyP50_us, (r, v) => r with { LatencyP50_us = v }),
        M.Number("latency_p90_us", "µs", "90 % of the operations took at most this", Combine.Derived, "#,0.#",
            r => r.LatencyP90_us, (r, v) => r with { LatencyP90_us = v }),
        M.Number("latency_p99_us", "µs", "99 % of the operations took at most this", Combine.Derived, "#,0.#",
            r => r.LatencyP99_us, (r, v) => r with { LatencyP99_us = v }),
        M.Number("latency_p999_us", "µs", "99.9 % of the operations took at most this", Combine.Derived, "#,0.#",
            r => r.LatencyP999_us, (r, v) => r with { LatencyP999_us = v }),
        M.Number("latency_max_us", "µs", "The longest operation", Combine.Maximum, "#,0.#",
            r => r.LatencyMax_us, (r, v) => r with { LatencyMax_us = v }),
    ];

    private static Column<LevelRow>[] Failures() =>
    [
        M.Whole("wrong_answers", "", "Answers that were wrong", Combine.Sum,
            r => r.WrongAnswers, (r, v) => r with { WrongAnswers = v }),
        M.Whole("connect_errors", "", "Connects that failed other than by refusal", Combine.Sum,
            r => r.ConnectErrors, (r, v) => r with { ConnectErrors = v }),
        M.Whole("refused", "", "Connects that were refused", Combine.Sum,
            r => r.Refused, (r, v) => r with { Refused = v }),
        M.Whole("resets", "", "Connections cut during an operation", Combine.Sum,
            r => r.Resets, (r, v) => r with { Resets = v }),
        M.Whole("timeouts", "", "Operations without an answer in time", Combine.Sum,
            r => r.Timeouts, (r, v) => r with { Timeouts = v }),
        M.Whole("received_bytes", "bytes", "Payload received in the windows that count", Combine.Sum,
            r => r.Received_bytes, (r, v) => r with { Received_bytes = v }),
        M.Whole("sent_bytes", "bytes", "Payload sent in the windows that count", Combine.Sum,
            r => r.Sent_bytes, (r, v) => r with { Sent_bytes = v }),
    ];

    /// <summary>Later than the first runs, which stay readable without them.</summary>
    private static Column<LevelRow>[] Factors() =>
    [
        M.Small("idle_connections", "", "Idle connections beside the clients, open at the end", Combine.Minimum,
            r => r.IdleConnections, (r, v) => r with { IdleConnections = v }) with { IsOptional = true },
        M.Whole("reconnects", "", "Connections that clients which keep theirs made anew", Combine.Sum,
            r => r.Reconnects, (r, v) => r with { Reconnects = v }) with { IsOptional = true },
        M.Number("reconnect_mean_us", "µs", "Mean time to make one of them; part of no latency", Combine.Derived,
            "#,0.#", r => r.ReconnectMean_us, (r, v) => r with { ReconnectMean_us = v }) with { IsOptional = true },
        M.Number("closing_time_s", "s", "Time of all clients to close connections after operations; part of no latency",
            Combine.Sum, "0.000",
            r => r.ClosingTime_s, (r, v) => r with { ClosingTime_s = v }) with { IsOptional = true },
    ];

    /// <summary>Later than the factors; older runs stay readable without them.</summary>
    private static Column<LevelRow>[] Generator() =>
    [
        M.Whole("extra_work_ns", "ns", "Extra work of the generator for every operation", Combine.Key,
            r => r.ExtraWork_ns, (r, v) => r with { ExtraWork_ns = v }) with { IsOptional = true },
        M.Small("generator_threads", "", "Threads of the generator that carried the load", Combine.Key,
            r => r.GeneratorThreads, (r, v) => r with { GeneratorThreads = v }) with { IsOptional = true },
    ];

    private static Column<LevelRow>[] Checks() =>
    [
        M.Number("jain_index", "", "Fairness over the clients: 1 when all did the same, 1/N when one did everything",
            Combine.Minimum, "0.000",
            r => r.JainIndex, (r, v) => r with { JainIndex = v }),
        M.Small("starved_clients", "", "Clients without a single correct operation", Combine.Maximum,
            r => r.StarvedClients, (r, v) => r with { StarvedClients = v }),
        M.Number("little_residual", "", "Little's law: throughput × (latency + think time) / clients − 1",
            Combine.Derived, "0.000",
            r => r.LittleResidual, (r, v) => r with { LittleResidual = v }),
        M.Number("outstanding_share", "", "Share of the clients' time with an operation outstanding", Combine.Minimum,
            "0.000",
            r => r.OutstandingShare, (r, v) => r with { OutstandingShare = v }),
        M.Number("longest_turn_us", "µs", "Longest turn of a generator loop: how late an event can have been seen",
            Combine.Maximum, "#,0",
            r => r.LongestTurn_us, (r, v) => r with { LongestTurn_us = v }),
        M.Whole("sut_operations", "", "Operations the server itself counted, all windows", Combine.Sum,
            r => r.SutOperations, (r, v) => r with { SutOperations = v }),
        M.Whole("all_operations", "", "Operations the clients completed, all windows", Combine.Sum,
            r => r.AllOperations, (r, v) => r with { AllOperations = v }),
        M.Text("validity", "valid, or suspect or invalid with the reasons", Combine.Derived,
            r => r.Validity, (r, v) => r with { Validity = v }),
    ];
}
