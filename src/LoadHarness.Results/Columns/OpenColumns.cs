using M = LoadHarness.Results.Columns.ColumnMaker<LoadHarness.Results.LevelRow>;

namespace LoadHarness.Results.Columns;

/// <summary>The columns of levels.csv that levels of an open loop fill. Earlier files are read without them.</summary>
internal static class OpenColumns
{
    private const string Empty = "; empty in a closed loop";

    public static IEnumerable<Column<LevelRow>> All() =>
        ((IEnumerable<Column<LevelRow>>)[.. Load(), .. Lag(), .. Latency(), .. HalfWidths()])
            .Select(column => column with { IsOptional = true });

    private static Column<LevelRow>[] Load() =>
    [
        Number("requested_rate_per_s", "1/s", "Operations due per second as asked for" + Empty, Combine.Key, "#,0.#",
            o => o.RequestedRate_per_s, (o, v) => o with { RequestedRate_per_s = v }),
        M.Text("arrivals", "How operations are due: constant or poisson" + Empty, Combine.Key,
            r => r.Open.Arrivals, (r, v) => With(r, o => o with { Arrivals = v })),
        M.Text("when_busy", "When all connections are busy: queue or drop" + Empty, Combine.Key,
            r => r.Open.WhenBusy, (r, v) => With(r, o => o with { WhenBusy = v })),
        Whole("due", "Operations that became due", Combine.Sum, o => o.Due, (o, v) => o with { Due = v }),
        Whole("sent", "Operations sent", Combine.Sum, o => o.Sent, (o, v) => o with { Sent = v }),
        Number("sent_rate_per_s", "1/s", "Operations sent per second", Combine.Derived, "#,0.#",
            o => o.SentRate_per_s, (o, v) => o with { SentRate_per_s = v }),
        Whole("late", "Of the sent ones: more than 1 ms after they were due", Combine.Sum,
            o => o.Late, (o, v) => o with { Late = v }),
        Whole("queued", "Of the sent ones: those that waited for a free connection", Combine.Sum,
            o => o.Queued, (o, v) => o with { Queued = v }),
        Whole("dropped", "Operations not sent since no connection was free", Combine.Sum,
            o => o.Dropped, (o, v) => o with { Dropped = v }),
        Whole("waiting", "Most operations due and not yet sent at a window's end", Combine.Maximum,
            o => o.Waiting, (o, v) => o with { Waiting = v }),
    ];

    private static Column<LevelRow>[] Lag() =>
    [
        Time("send_lag_p50_us", "Half of the operations were sent at most this after they were due", Combine.Derived,
            o => o.SendLagP50_us, (o, v) => o with { SendLagP50_us = v }),
        Time("send_lag_p99_us", "99 % of the operations were sent at most this after they were due", Combine.Derived,
            o => o.SendLagP99_us, (o, v) => o with { SendLagP99_us = v }),
        Time("send_lag_max_us", "Longest time from due to sent", Combine.Maximum,
            o => o.SendLagMax_us, (o, v) => o with { SendLagMax_us = v }),
        Time("own_lag_p50_us", "The generator's own part of it, without waiting for a connection: the median",
            Combine.Derived, o => o.OwnLagP50_us, (o, v) => o with { OwnLagP50_us = v }),
        Time("own_lag_p99_us", "The generator's own part of it: the 99th percentile", Combine.Derived,
            o => o.OwnLagP99_us, (o, v) => o with { OwnLagP99_us = v }),
    ];

    private static Column<LevelRow>[] Latency() =>
    [
        Time("due_latency_mean_us", "Mean latency from when operations were due", Combine.Derived,
            o => o.LatencyMean_us, (o, v) => o with { LatencyMean_us = v }),
        Time("due_latency_p50_us", "Half of the operations were answered at most this after they were due",
            Combine.Derived, o => o.LatencyP50_us, (o, v) => o with { LatencyP50_us = v }),
        Time("due_latency_p90_us", "90 % of the operations", Combine.Derived,
            o => o.LatencyP90_us, (o, v) => o with { LatencyP90_us = v }),
        Time("due_latency_p95_us", "95 % of the operations", Combine.Derived,
            o => o.LatencyP95_us, (o, v) => o with { LatencyP95_us = v }),
        Time("due_latency_p99_us", "99 % of the operations", Combine.Derived,
            o => o.LatencyP99_us, (o, v) => o with { LatencyP99_us = v }),
        Time("due_latency_p999_us", "99.9 % of the operations", Combine.Derived,
            o => o.LatencyP999_us, (o, v) => o with { LatencyP999_us = v }),
        Time("due_latency_max_us", "The longest latency from when an operation was due", Combine.Maximum,
            o => o.LatencyMax_us, (o, v) => o with { LatencyMax_us = v }),
    ];

    private static Column<LevelRow>[] HalfWidths() =>
    [
        Time("due_latency_p50_half_width_us", "Half width of its 95 % interval, from batches of windows",
            Combine.Derived, o => o.LatencyP50HalfWidth_us, (o, v) => o with { LatencyP50HalfWidth_us = v }),
        Time("due_latency_p95_half_width_us", "The same of the 95th percentile", Combine.Derived,
            o => o.LatencyP95HalfWidth_us, (o, v) => o with { LatencyP95HalfWidth_us = v }),
        Time("due_latency_p99_half_width_us", "The same of the 99th percentile", Combine.Derived,
            o => o.LatencyP99HalfWidth_us, (o, v) => o with { LatencyP99HalfWidth_us = v }),
    ];

    private static Column<LevelRow> Time(
        string name, string meaning, Combine combine,
        Func<OpenFigures, double> get, Func<OpenFigures, double, OpenFigures> with) =>
        Number(name, "µs", meaning, combine, "#,0.#", get, with);

    private static Column<LevelRow> Number(
        string name, string unit, string meaning, Combine combine, string format,
        Func<OpenFigures, double> get, Func<OpenFigures, double, OpenFigures> with) =>
        M.Number(name, unit, meaning, combine, format, r => get(r.Open), (r, v) => With(r, o => with(o, v)));

    private static Column<LevelRow> Whole(
        string name, string meaning, Combine combine,
        Func<OpenFigures, long> get, Func<OpenFigures, long, OpenFigures> with) =>
        M.Whole(name, "", meaning, combine, r => get(r.Open), (r, v) => With(r, o => with(o, v)));

    private static LevelRow With(LevelRow row, Func<OpenFigures, OpenFigures> change) =>
        row with { Open = change(row.Open) };
}
