namespace LoadHarness.Results;

/// <summary>
/// One level of one curve: requested beside achieved. One row of levels.csv for each operation type, and one named
/// <c>total</c> when a stage mixes several.
/// </summary>
public sealed record LevelRow
{
    /// <summary>Which level.</summary>
    public required RunKey Key { get; init; }

    /// <summary>Operation type, or <c>total</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>
    /// Runs of the load engine that the level took: 1, or more when what the stage draws from had to be refilled.
    /// </summary>
    public int EngineRuns { get; init; } = 1;

    /// <summary>Clients whose connection was up at the start.</summary>
    public int ConnectedClients { get; init; }

    /// <summary>Start on the monotonic clock relative to the run's start, s.</summary>
    public double Start_s { get; init; }

    /// <summary>Summed length of the kept windows, s.</summary>
    public double Measured_s { get; init; }

    /// <summary>Windows that count.</summary>
    public int KeptWindows { get; init; }

    /// <summary>Windows cut off as warm-up of the level.</summary>
    public int WarmupWindows { get; init; }

    /// <summary>Windows dropped because others used the machine.</summary>
    public int DisturbedWindows { get; init; }

    /// <summary>Correct operations in the kept windows.</summary>
    public long Operations { get; init; }

    /// <summary>Correct operations per second over the kept windows.</summary>
    public double Throughput_per_s { get; init; }

    /// <summary>Half width of the 95 % interval from batch means, operations/s; NaN with too few windows.</summary>
    public double ThroughputHalfWidth_per_s { get; init; }

    /// <summary>Coefficient of variation of the kept windows' throughput.</summary>
    public double WindowCv { get; init; }

    /// <summary>Lag-1 correlation of the kept windows' throughput.</summary>
    public double WindowLag1 { get; init; }

    /// <summary>Mean latency of correct operations, µs.</summary>
    public double LatencyMean_us { get; init; }

    /// <summary>Percentiles of latency, µs; NaN where there are too few samples beyond them.</summary>
    public double LatencyP50_us { get; init; }

    /// <summary>See <see cref="LatencyP50_us"/>.</summary>
    public double LatencyP90_us { get; init; }

    /// <summary>See <see cref="LatencyP50_us"/>.</summary>
    public double LatencyP99_us { get; init; }

    /// <summary>See <see cref="LatencyP50_us"/>.</summary>
    public double LatencyP999_us { get; init; }

    /// <summary>Longest latency, µs.</summary>
    public double LatencyMax_us { get; init; }

    /// <summary>Answers that were wrong.</summary>
    public long WrongAnswers { get; init; }

    /// <summary>Connects that failed other than by refusal.</summary>
    public long ConnectErrors { get; init; }

    /// <summary>Connects that were refused.</summary>
    public long Refused { get; init; }

    /// <summary>Connections cut during an operation.</summary>
    public long Resets { get; init; }

    /// <summary>Operations without an answer in time.</summary>
    public long Timeouts { get; init; }

    /// <summary>Payload received in the kept windows, bytes.</summary>
    public long Received_bytes { get; init; }

    /// <summary>Payload sent in the kept windows, bytes.</summary>
    public long Sent_bytes { get; init; }

    /// <summary>Jain's fairness index over the clients' correct operations, 1/N … 1.</summary>
    public double JainIndex { get; init; }

    /// <summary>Clients without a single correct operation in the kept windows.</summary>
    public int StarvedClients { get; init; }

    /// <summary>Little's law: X·(R+Z)/N − 1 over clients that were served.</summary>
    public double LittleResidual { get; init; }

    /// <summary>Share of the clients' time in which an operation was outstanding, 0 … 1.</summary>
    public double OutstandingShare { get; init; }

    /// <summary>Longest turn of a generator loop, µs.</summary>
    public double LongestTurn_us { get; init; }

    /// <summary>Operations the SUT itself counted during the level, all windows; −1 when it does not tell.</summary>
    public long SutOperations { get; init; } = -1;

    /// <summary>
    /// Operations the clients completed during the level, all windows, to compare with <see cref="SutOperations"/>.
    /// </summary>
    public long AllOperations { get; init; }

    /// <summary>Idle connections beside the clients that were still open at the end.</summary>
    public int IdleConnections { get; init; }

    /// <summary>
    /// Connections that clients which keep theirs made anew in the kept windows, by churn or after a failure.
    /// </summary>
    public long Reconnects { get; init; }

    /// <summary>Mean time to make one of them, µs, which is part of no latency; NaN without any.</summary>
    public double ReconnectMean_us { get; init; } = double.NaN;

    /// <summary>Extra work of the generator for every operation, ns; 0 = none.</summary>
    public long ExtraWork_ns { get; init; }

    /// <summary>Threads of the generator that carried the load; 0 when unknown.</summary>
    public int GeneratorThreads { get; init; }

    /// <summary>What an open loop adds; <see cref="OpenFigures.None"/> where the loop is closed.</summary>
    public OpenFigures Open { get; init; } = OpenFigures.None;

    /// <summary>
    /// Summed time that clients which do not pause took to close connections after operations, s; part of no latency.
    /// </summary>
    public double ClosingTime_s { get; init; }

    /// <summary><c>valid</c>, or <c>suspect: …</c> / <c>invalid: …</c> with the reason.</summary>
    public string Validity { get; init; } = "valid";
}
