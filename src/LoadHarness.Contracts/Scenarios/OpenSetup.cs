namespace LoadHarness.Contracts.Scenarios;

/// <summary>
/// The open loop of a scenario: operations are due by the clock, whether or not earlier ones have been answered. Either
/// <see cref="Rates_per_s"/> in place of the ladder of clients, or <see cref="Ladder"/> behind it.
/// </summary>
public sealed record OpenSetup
{
    /// <summary>Rates offered in place of the ladder, operations/s, rising; empty: the ladder is climbed.</summary>
    public IReadOnlyList<double> Rates_per_s { get; init; } = [];

    /// <summary>
    /// Shares of the capacity that the ladder finds, rising: rates offered behind it, on the same start. 0.5 is half.
    /// </summary>
    public IReadOnlyList<double> Ladder { get; init; } = [];

    /// <summary>Regular or random.</summary>
    public Arrivals Arrivals { get; init; } = Arrivals.Poisson;

    /// <summary>Connections that the operations share; 0: the harness chooses by a rule.</summary>
    public int Connections { get; init; }

    /// <summary>What becomes of an operation that is due while all connections are busy.</summary>
    public BusyPolicy WhenBusy { get; init; } = BusyPolicy.Queue;

    /// <summary>True when rates stand in place of the ladder of clients.</summary>
    public bool ReplacesClients => Rates_per_s.Count > 0;
}
