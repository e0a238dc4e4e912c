namespace LoadHarness.Analysis.Calibration;

/// <summary>The queue inside a calibration service: all that its truth depends on beside arrivals and service
/// times.</summary>
public sealed record QueueSpec
{
    /// <summary>Requests worked on at the same time, ≥ 1.</summary>
    public required int Workers { get; init; }

    /// <summary>Mean service time, µs.</summary>
    public required long Service_us { get; init; }

    /// <summary>True when every request takes the mean; else times are exponential.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Seed of the service times.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Part of every service under one lock, before the service time, µs; 0 = none.</summary>
    public long Lock_us { get; init; }

    /// <summary>
    /// κ: a request that finds k in the system, itself included, takes κ·k·(k−1) longer, µs; 0 = none.
    /// </summary>
    public long Coherency_us { get; init; }

    /// <summary>From the beginning of one stall to the next, ms.</summary>
    public long StallEvery_ms { get; init; } = 1000;

    /// <summary>Length of a stall, ms; 0 = none.</summary>
    public long Stall_ms { get; init; }

    /// <summary>True when requests depend on each other only by the workers they share: then formulas are
    /// exact.</summary>
    public bool IsPlain => Lock_us == 0 && Coherency_us == 0 && Stall_ms == 0;

    /// <summary>Mean time of a request that meets nobody, s.</summary>
    public double Alone_s => (Service_us + Lock_us) / 1e6;

    /// <summary>Share of the time in which work gets on.</summary>
    public double WorkingShare => Stall_ms == 0 ? 1 : 1 - (double)Stall_ms / StallEvery_ms;

    /// <summary>
    /// Most requests per second: min(c/(S + L), 1/L), in stalls none. The coherency cost has no such limit: with it
    /// throughput has a peak and falls.
    /// </summary>
    public double Capacity_per_s => WorkingShare
        * Math.Min(Workers / Alone_s, Lock_us > 0 ? 1e6 / Lock_us : double.PositiveInfinity);
}
