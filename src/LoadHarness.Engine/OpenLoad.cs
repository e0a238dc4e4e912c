using LoadHarness.Contracts.Scenarios;

namespace LoadHarness.Engine;

/// <summary>An open loop: operations are due by the clock, whether or not earlier ones have been answered.</summary>
public sealed record OpenLoad
{
    /// <summary>Highest rate that can be asked for, operations/s.</summary>
    public const double HighestRate_per_s = 10_000_000;

    /// <summary>
    /// Operations due per second over all generator threads, 0 &lt; rate ≤ <see cref="HighestRate_per_s"/>.
    /// </summary>
    public required double Rate_per_s { get; init; }

    /// <summary>Regular or random. Default Poisson.</summary>
    public Arrivals Arrivals { get; init; } = Arrivals.Poisson;

    /// <summary>Of the random arrivals: the same seed and number of threads make the same due times.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What becomes of an arrival that finds no free connection. Default: it waits.</summary>
    public BusyPolicy BusyPolicy { get; init; } = BusyPolicy.Queue;
}
