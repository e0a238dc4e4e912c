using LoadHarness.Contracts.Measuring;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Results;

namespace LoadHarness.Tests.Results;

/// <summary>Rows and manifests with a distinct value in every field, so that a mixed-up column is seen.</summary>
internal static class Samples
{
    public static RunKey Key(int sequence = 7) =>
        new("hashtable", "select", "insert", 2, LevelPhase.Confirm, 12, sequence);

    public static RunManifest Manifest { get; } = new()
    {
        RunId = "20261121T084400Z",
        Scenario = "hashtable",
        Title = "Hash table, three models",
        ScenarioText = "workload: hashtable\nmodels: [select]\n",
        Profile = "smoke",
        Started_utc = new DateTimeOffset(2026, 11, 21, 8, 44, 0, TimeSpan.Zero),
        Host = new HostFacts
        {
            Host = "h",
            Cpus = 2,
            Knobs = new SortedDictionary<string,
            string>(StringComparer.Ordinal)
            { ["DOTNET_TieredPGO"] = "1" }
        },
        Commands = [new SutCommand("hashtable", "select", "loadharness serve hashtable --model select")],
        Rules = new MeasuringRules
        {
            MaxClients = 32,
            Levels = [1, 5],
            HalfWidthGoal = 0.035,
            Open = new OpenSetup { Ladder = [0.5, 0.95], Arrivals = Arrivals.Constant, WhenBusy = BusyPolicy.Drop },
        },
        PlannedBudget_s = 90.5,
        KeptAwake = true,
        LoopTrial = new LoopTrial(4.875, 4.125, 0.84375, 7),
        Notes = ["a note with \"quotes\""],
    };

    public static PeerRow Peer { get; } = new()
    {
        Server = "nginx",
        Tool = "wrk",
        Connections = 64,
        Pipeline = 16,
        Round = 3,
        Length_s = 2.98,
        Operations = 123_456,
        GeneratorCpu_s = 1.25,
        ServerCpu_s = 2.5,
        OtherCpuShare = 0.015,
        ReportedThroughput_per_s = 41_000.5,
        ReportedMean_us = 512.25,
        ReportedP50_us = 367.5,
        ReportedP99_us = double.NaN,
        Errors = 2,
        Delay_us = 1000,
        ServedMean_us = 1010.5,
    };

    public static ConnectionRow Connections { get; } = new()
    {
        Model = "prefork",
        ServerProcesses = 4,
        Loop = "epoll",
        GeneratorProcesses = 3,
        Requested = 50_000,
        Connected = 49_999,
        Length_s = 60,
        Operations = 300_000,
        Errors = 1,
        Generator_bytes = 40_960_000,
        Server_bytes = 55_296_000,
    };

    public static LevelRow Level(RunKey key) => new()
    {
        Key = key,
        Operation = "insert",
        EngineRuns = 9,
        ConnectedClients = 11,
        Start_s = 1.25,
        Measured_s = 2.5,
        KeptWindows = 20,
        WarmupWindows = 3,
        DisturbedWindows = 1,
        Operations = 123_456,
        Throughput_per_s = 49_382.4,
        ThroughputHalfWidth_per_s = 321.0625,
        WindowCv = 0.031,
        WindowLag1 = -0.125,
        LatencyMean_us = 243.5,
        LatencyP50_us = 230.25,
        LatencyP90_us = 300.5,
        LatencyP99_us = 450.75,
        LatencyP999_us = double.NaN,
        LatencyMax_us = 40_001.5,
        WrongAnswers = 1,
        ConnectErrors = 2,
        Refused = 3,
        Resets = 4,
        Timeouts = 5,
        Received_bytes = 5_000_000_000,
        Sent_bytes = 6_000_000_000,
        JainIndex = 0.9875,
        StarvedClients = 6,
        LittleResidual = -0.0125,
        OutstandingShare = 0.96875,
        LongestTurn_us = 812.5,
        SutOperations = -1,
        AllOperations = 150_000,
        IdleConnections = 7,
        Reconnects = 8,
        ReconnectMean_us = 61.5,
        ExtraWork_ns = 512,
        GeneratorThreads = 10,
        Open = Open,
        Validity = "suspect: generator-cpu (85 % of its CPU used)",
    };

    private static OpenFigures Open { get; } = new()
    {
        RequestedRate_per_s = 50_000.5,
        Arrivals = "poisson",
        WhenBusy = "drop",
        Due = 125_001,
        Sent = 125_002,
        SentRate_per_s = 50_000.75,
        Late = 21,
        Queued = 22,
        Dropped = 23,
        Waiting = 24,
        SendLagP50_us = 25.5,
        SendLagP99_us = 26.5,
        SendLagMax_us = 27.5,
        OwnLagP50_us = 28.5,
        OwnLagP99_us = 29.5,
        LatencyMean_us = 331.5,
        LatencyP50_us = 332.5,
        LatencyP90_us = 333.5,
        LatencyP95_us = 334.5,
        LatencyP99_us = 335.5,
        LatencyP999_us = double.NaN,
        LatencyMax_us = 336.5,
        LatencyP50HalfWidth_us = 1.5,
        LatencyP95HalfWidth_us = 2.5,
        LatencyP99HalfWidth_us = 3.5,
    };

    public static ClientRow Client(RunKey key) => new()
    {
        Key = key,
        Client = 3,
        Operations = 1000,
        Errors = 2,
        Throughput_per_s = 400.5,
        LatencyMean_us = 2500.25,
        LatencyMax_us = 9000.125,
    };

    public static WindowRow Window(RunKey key) => new()
    {
        Key = key,
        Window = 4,
        Start_s = 12.375,
        Length_s = 0.1001,
        Operations = 4938,
        Errors = 1,
        LatencyMean_us = 242.5,
        SutCpu_s = 0.095,
        GeneratorCpu_s = double.NaN,
        OtherCpuShare = 0.0625,
        StealShare = 0.03125,
        State = WindowState.Disturbed,
    };

    public static ResourceRow Resource(RunKey key) => new()
    {
        Key = key,
        Process = "sut",
        Length_s = 2.75,
        UserCpu_s = 1.5,
        SystemCpu_s = 1.125,
        Cpus = 1,
        BusiestThreadShare = 0.875,
        Threads = 17,
        Rss_bytes = 70_000_000,
        Descriptors = 29,
        VoluntarySwitches = 31,
        InvoluntarySwitches = 37,
        Flushes = 41,
        FlushTime_s = 0.25,
        GcPause_s = 0.0625,
        LockContentions = 43,
        ThreadShares = "0.93 0.88",
        RunQueueWait_s = 0.375,
        MinorFaults = 51,
        MajorFaults = 52,
        Read_bytes = 53,
        Written_bytes = 54,
        Retransmits = 55,
        ListenOverflows = 56,
        ListenDrops = -1,
        TcpTimeouts = 58,
        Allocated_bytes = 9_000_000_000,
        PoolQueue = 60,
        PoolThreads = 61,
        WorkerConnections = "3 5",
        WorkerOperations = "62 63",
        CompileTime_s = 0.03125,
    };

    public static SampleRow Sample(RunKey key) => new()
    {
        Key = key,
        Time_s = 12.5,
        Rss_bytes = 71_000_000,
        Descriptors = 47,
        Threads = 53,
        ClosedSockets = 67,
    };

    public static EventRow Event { get; } = new()
    {
        Time_s = 3.5,
        Model = "select",
        Repetition = 1,
        Kind = "checkpoint",
        Length_ms = 12.75,
        Count = 10_000,
        Detail = "10,000 keys, \"atomic\"",
    };

    public static HistoryRow History(RunKey key) => new()
    {
        Key = key,
        State = HistoryState.Violated,
        Operations = 101,
        Unchecked = 102,
        Unanswered = 103,
        Keys = 104,
        MostAtOnce = 105,
        Longest_us = 106.5,
        ViolatedKey = "c3-1",
        Violation = "replaced",
    };

    public static ViolationRow Violation(RunKey key) => new()
    {
        Key = key,
        TableKey = "c3-1",
        Client = 5,
        Operation = "read",
        Value = 1_234_567_890,
        Call_us = 12.5,
        Return_us = double.NaN,
    };

    /// <summary>A level whose rows belong together.</summary>
    public static MeasuredLevel Measured(RunKey key) => new()
    {
        Levels = [Level(key) with { KeptWindows = 0, WarmupWindows = 0, Operations = 3 }],
        Clients = [.. Enumerable.Range(0, key.Clients).Select(client => Client(key) with { Client = client })],
        Windows = [Window(key)],
        Resources = [Resource(key)],
        History = History(key),
        Violations = [Violation(key)],
        Samples = [Sample(key), Sample(key) with { Time_s = 13.5, Descriptors = -1 }],
        Histograms = new Dictionary<string,
        LatencyHistogram>(StringComparer.Ordinal)
        { ["insert"] = Histogram(1_000, 5_000, 2_000_000) },
        DueHistograms = new Dictionary<string, LatencyHistogram>(StringComparer.Ordinal)
        {
            ["insert"] = Histogram(2_000, 9_000, 9_001),
        },
    };

    public static LatencyHistogram Histogram(params ReadOnlySpan<long> values_ns)
    {
        var histogram = new LatencyHistogram();
        foreach (var value in values_ns) histogram.Record(value);
        return histogram;
    }
}
