namespace LoadHarness.Contracts.Scenarios;

/// <summary>
/// How the systems under test of a scenario are loaded: a closed loop of virtual clients, an open loop, or both.
/// </summary>
public sealed record LoadSetup
{
    /// <summary>
    /// Stages to measure, in this order; each gets a ladder of its own. Empty = the workload's usual ones.
    /// </summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>Highest level of the ladder, clients.</summary>
    public int MaxClients { get; init; } = 64;

    /// <summary>Fixed levels (<c>holds</c>) in place of the ladder; empty = the ladder finds them.</summary>
    public IReadOnlyList<int> Holds { get; init; } = [];

    /// <summary>Length of a window, ms, 100 … 1000.</summary>
    public int Window_ms { get; init; } = 100;

    /// <summary>Pause of a client between an answer and its next operation, ms.</summary>
    public double ThinkTime_ms { get; init; }

    /// <summary>Connections held open beside the clients, on which nothing is ever sent; 0 = none.</summary>
    public int IdleConnections { get; init; }

    /// <summary>
    /// Operations after which a client closes its connection and makes another one (churn); 0 = it keeps it.
    /// </summary>
    public int Churn { get; init; }

    /// <summary>Whether it is asked at levelled-out points who is the limit.</summary>
    public CauseChecks CauseChecks { get; init; }

    /// <summary>Longest time an operation may take before it counts as a timeout, ms.</summary>
    public int OperationTimeout_ms { get; init; } = 10_000;

    /// <summary>Rates offered in place of the ladder or behind it; null: the loop is closed.</summary>
    public OpenSetup? Open { get; init; }

    /// <summary>
    /// True asks the kernel to keep idle CPUs from sleeping while the run lasts, so that small latencies hold no time
    /// of waking up. False measures as users see it.
    /// </summary>
    public bool KeepAwake { get; init; }

    /// <summary>Seed of all random choices of the clients.</summary>
    public long Seed { get; init; } = 1;
}
