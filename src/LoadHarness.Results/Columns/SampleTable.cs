using M = LoadHarness.Results.Columns.ColumnMaker<LoadHarness.Results.SampleRow>;

namespace LoadHarness.Results.Columns;

/// <summary>The columns of samples.csv.</summary>
internal static class SampleTable
{
    public static Table<SampleRow> Create() => new(
        "samples.csv",
        new SampleRow { Key = default },
        [
            .. M.Key(r => r.Key, (r, key) => r with { Key = key }),
            M.Number("time_s", "s", "Time since the run's start", Combine.Minimum, "0.0",
                r => r.Time_s, (r, v) => r with { Time_s = v }),
            M.Whole("rss_bytes", "bytes", "Resident memory of the server", Combine.Maximum,
                r => r.Rss_bytes, (r, v) => r with { Rss_bytes = v }),
            M.Small("descriptors", "", "Open descriptors of the server", Combine.Maximum,
                r => r.Descriptors, (r, v) => r with { Descriptors = v }),
            M.Small("threads", "", "Threads of the server", Combine.Maximum,
                r => r.Threads, (r, v) => r with { Threads = v }),
            M.Small("closed_sockets", "", "TCP sockets that are closed and still held, of all programs",
                Combine.Maximum,
                r => r.ClosedSockets, (r, v) => r with { ClosedSockets = v }) with { IsOptional = true },
        ]);
}
