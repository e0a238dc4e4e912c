using LoadHarness.Contracts.Measuring;
using C = LoadHarness.Results.Columns.ColumnMaker<LoadHarness.Results.ClientRow>;
using E = LoadHarness.Results.Columns.ColumnMaker<LoadHarness.Results.EventRow>;
using H = LoadHarness.Results.Columns.ColumnMaker<LoadHarness.Results.HistogramRow>;
using W = LoadHarness.Results.Columns.ColumnMaker<LoadHarness.Results.WindowRow>;

namespace LoadHarness.Results.Columns;

/// <summary>The tables of a run folder.</summary>
public static class Tables
{
    /// <summary>levels.csv.</summary>
    public static Table<LevelRow> Levels { get; } = LevelTable.Create();

    /// <summary>resources.csv.</summary>
    public static Table<ResourceRow> Resources { get; } = ResourceTable.Create();

    /// <summary>peers.csv, which only runs that compare load tools have.</summary>
    public static Table<PeerRow> Peers { get; } = PeerTable.Create();

    /// <summary>histories.csv, which only runs have whose histories were checked.</summary>
    public static Table<HistoryRow> Histories { get; } = HistoryTable.Create();

    /// <summary>violations.csv, which only runs have in whose histories a contradiction was found.</summary>
    public static Table<ViolationRow> Violations { get; } = ViolationTable.Create();

    /// <summary>connections.csv, which only runs that hold many connections have.</summary>
    public static Table<ConnectionRow> Connections { get; } = ConnectionTable.Create();

    /// <summary>clients.csv.</summary>
    public static Table<ClientRow> Clients { get; } = new(
        "clients.csv",
        new ClientRow { Key = default },
        [
            .. C.Key(r => r.Key, (r, key) => r with { Key = key }),
            C.Small("client", "", "Number of the client, from 0", Combine.Key,
                r => r.Client, (r, v) => r with { Client = v }),
            C.Whole("operations", "", "Correct operations", Combine.Sum,
                r => r.Operations, (r, v) => r with { Operations = v }),
            C.Whole("errors", "", "Operations that ended in any other way", Combine.Sum,
                r => r.Errors, (r, v) => r with { Errors = v }),
            C.Number("throughput_per_s", "1/s", "Correct operations per second", Combine.Derived, "#,0.##",
                r => r.Throughput_per_s, (r, v) => r with { Throughput_per_s = v }),
            C.Number("latency_mean_us", "µs", "Mean latency", Combine.Derived, "#,0.#",
                r => r.LatencyMean_us, (r, v) => r with { LatencyMean_us = v }),
            C.Number("latency_max_us", "µs", "Longest latency", Combine.Maximum, "#,0.#",
                r => r.LatencyMax_us, (r, v) => r with { LatencyMax_us = v }),
        ]);

    /// <summary>windows.csv.</summary>
    public static Table<WindowRow> Windows { get; } = new(
        "windows.csv",
        new WindowRow { Key = default },
        [
            .. W.Key(r => r.Key, (r, key) => r with { Key = key }),
            W.Small("window", "", "Number of the window within its level, from 0", Combine.Key,
                r => r.Window, (r, v) => r with { Window = v }),
            W.Number("start_s", "s", "Start since the run's start", Combine.Minimum, "0.000",
                r => r.Start_s, (r, v) => r with { Start_s = v }),
            W.Number("length_s", "s", "True length", Combine.Sum, "0.000",
                r => r.Length_s, (r, v) => r with { Length_s = v }),
            W.Whole("operations", "", "Correct operations", Combine.Sum,
                r => r.Operations, (r, v) => r with { Operations = v }),
            W.Whole("errors", "", "Operations that ended in any other way", Combine.Sum,
                r => r.Errors, (r, v) => r with { Errors = v }),
            W.Number("latency_mean_us", "µs", "Mean latency", Combine.Derived, "#,0.#",
                r => r.LatencyMean_us, (r, v) => r with { LatencyMean_us = v }),
            W.Number("sut_cpu_s", "s", "CPU time of the server", Combine.Sum, "0.000",
                r => r.SutCpu_s, (r, v) => r with { SutCpu_s = v }),
            W.Number("generator_cpu_s", "s", "CPU time of the harness", Combine.Sum, "0.000",
                r => r.GeneratorCpu_s, (r, v) => r with { GeneratorCpu_s = v }),
            W.Number("other_cpu_share", "", "CPU time of everybody else as a share of the machine's", Combine.Maximum,
                "0.000",
                r => r.OtherCpuShare, (r, v) => r with { OtherCpuShare = v }),
            W.Number("steal_share", "", "Time the hypervisor withheld", Combine.Maximum, "0.000",
                r => r.StealShare, (r, v) => r with { StealShare = v }),
            W.Choice("state", "kept, warmup or disturbed", Combine.Derived,
                r => r.State, (r, v) => r with { State = v }),
        ]);

    /// <summary>samples.csv.</summary>
    public static Table<SampleRow> Samples { get; } = SampleTable.Create();

    /// <summary>events.csv.</summary>
    public static Table<EventRow> Events { get; } = new(
        "events.csv",
        new EventRow { Kind = "" },
        [
            E.Number("time_s", "s", "Time since the run's start", Combine.Minimum, "0.0",
                r => r.Time_s, (r, v) => r with { Time_s = v }),
            E.Text("model", "Server model concerned", Combine.Key,
                r => r.Model, (r, v) => r with { Model = v }),
            E.Small("repetition", "", "Start of the server concerned", Combine.Key,
                r => r.Repetition, (r, v) => r with { Repetition = v }),
            E.Text("kind", "What happened", Combine.Key,
                r => r.Kind, (r, v) => r with { Kind = v }),
            E.Number("length_ms", "ms", "How long it took", Combine.Sum, "#,0.0",
                r => r.Length_ms, (r, v) => r with { Length_ms = v }),
            E.Whole("count", "", "How many things it concerned", Combine.Sum,
                r => r.Count, (r, v) => r with { Count = v }),
            E.Text("detail", "One line about it", Combine.Latest,
                r => r.Detail, (r, v) => r with { Detail = v }),
        ]);

    /// <summary>A file of the folder histograms/.</summary>
    public static Table<HistogramRow> Histogram { get; } = new(
        "histograms/000000.csv",
        default,
        [
            H.Text("operation", "Operation type", Combine.Key,
                r => r.Operation ?? "", (r, v) => r with { Operation = v }),
            H.Whole("low_ns", "ns", "Lowest latency of the step", Combine.Key,
                r => r.Step.Low_ns, (r, v) => r with { Step = new HistogramStep(v, r.Step.High_ns, r.Step.Count) }),
            H.Whole("high_ns", "ns", "Highest latency of the step", Combine.Key,
                r => r.Step.High_ns, (r, v) => r with { Step = new HistogramStep(r.Step.Low_ns, v, r.Step.Count) }),
            H.Whole("count", "", "Operations in the step", Combine.Sum,
                r => r.Step.Count, (r, v) => r with { Step = new HistogramStep(r.Step.Low_ns, r.Step.High_ns, v) }),
            H.Choice("basis", "From when latency counts: send, or due in an open loop", Combine.Key,
                r => r.Basis, (r, v) => r with { Basis = v }) with { IsOptional = true },
        ]);
}
